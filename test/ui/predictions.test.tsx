import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPage, pasteInto, tab } from './page.tsx'

const config = `<VirtualHost *:80>
ServerName www.example.com
WSGIDaemonProcess shop python-home=/srv/venv threads=5
WSGIProcessGroup shop
WSGIScriptAlias / /srv/shop/shop.wsgi
</VirtualHost>
`
const page = (group: string) => `mod_wsgi.process_group     = '${group}'
mod_wsgi.application_group = 'www.example.com|'
wsgi.multithread           = True
wsgi.multiprocess          = False
`
const region = () => screen.getByRole('region', { name: 'What the diagnostic page should say' })
const row = (label: string) => within(region()).getByRole('row', { name: new RegExp(`^${label.replace('.', '\\.')}`) })
const cells = (label: string) => within(row(label)).getAllByRole('cell').map(cell => cell.textContent)

beforeEach(async () => {
  openPage()
  await pasteInto('overview', config)
  fireEvent.click(tab(/^Apache configuration/))
})

describe('What the diagnostic page should say', () => {
  test('is said for each address that the configuration mounts, with the reason and its line', () => {
    expect(within(region()).getByRole('heading', { level: 3 }).textContent).toBe('www.example.com/ with /srv/shop/shop.wsgi')
    const [expected, seen, because] = cells('mod_wsgi.process_group')
    expect([expected, seen]).toEqual(["'shop'", 'not pasted for this address'])
    expect(because).toContain('Apache configuration, line 4')
    expect(cells('wsgi.multithread')[0]).toBe('True')
  })

  test('is held against the page, and what differs is named', async () => {
    await pasteInto('diagnostic-script', page(''))
    expect(cells('mod_wsgi.process_group')[1]).toBe("'' differs")
    expect(cells('mod_wsgi.application_group')[1]).toBe("'www.example.com|' as expected")
    const link = within(row('mod_wsgi.process_group')).getAllByRole('link')[0]
    if (link) fireEvent.click(link)
    expect(location.hash).toBe('#diagnostic-script/diagnostic-script/1')
  })

  test('agrees with the page of a server that was restarted', async () => {
    await pasteInto('diagnostic-script', page('shop'))
    expect(within(region()).queryByText('differs')).toBeNull()
    expect(cells('mod_wsgi.process_group')[1]).toBe("'shop' as expected")
  })

  test('is not said where the configuration mounts nothing', async () => {
    await pasteInto('overview', 'WSGIPythonHome /srv/venv\n')
    expect(screen.queryByRole('region', { name: 'What the diagnostic page should say' })).toBeNull()
  })
})
