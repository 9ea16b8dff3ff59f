import { expect, test } from 'vitest'
import { commandOn } from '../../src/checks/check.ts'
import { collectionCommand } from '../../src/checks/collection/index.ts'
import { checks } from '../../src/checks/index.ts'
import { isPlatform, platforms } from '../../src/checks/platform/platforms.ts'
import { expectNone } from '../guards/none.ts'

const commands = checks.flatMap(check => check.commands)

test('On Windows each tab has single commands, for there is no sh', () => {
  expect(collectionCommand('windows')).toBeUndefined()
  const without = checks.filter(check => !check.commands.some(command => commandOn(command, 'windows') !== undefined)).map(check => check.id)
  // `ldd` has no counterpart that can be read; the tab says so.
  expect(without).toEqual(['python-library'])
})

test('Each command for Windows is the same in cmd and in PowerShell', () => {
  const typed = commands.flatMap(command => commandOn(command, 'windows') ?? [])
  // cmd knows no single quotes, PowerShell expands `$` and ends a line at `;`, neither has the tools of Unix; `curl` alone is another command in PowerShell.
  const strange = typed.filter(text => /'|\$|`|&|\||2>|;(?![^"]*"$)|^(?:curl|sudo|cat|grep|tail|env|ls|cd)\s|^"/.test(text))
  expectNone(strange, 'Write them so that both take them as they stand, or say in `gives` where PowerShell differs.')
})

test('Each command elsewhere calls no program of Windows', () => {
  const others = Object.keys(platforms).filter(isPlatform).filter(platform => platform !== 'windows')
  const strange = commands.flatMap(command => others.flatMap(platform => commandOn(command, platform) ?? [])).filter(text => /\.exe\b|\\(?:bin|conf|logs)\\|findstr|powershell/.test(text))
  expectNone(strange)
})

test('Everywhere else one command collects everything', () => {
  const others = Object.keys(platforms).filter(isPlatform).filter(platform => platform !== 'windows')
  expect(others.filter(platform => collectionCommand(platform)?.includes('wsgi-checkup.sh > checkup.txt 2>&1') !== true && platform !== 'docker-httpd')).toEqual([])
})
