import { expect, test } from 'vitest'
import { redact } from '../../../src/state/redact/redact.ts'

test('a person, a host and an address get stand-ins, the same each time', () => {
  const text = 'anna@web01:~$ ls /home/anna/app\n10.1.2.3 anna 10.1.2.3 10.1.2.4\n'
  expect(redact(text)).toBe('user1@host1:~$ ls /home/user1/app\n192.0.2.1 user1 192.0.2.1 192.0.2.2\n')
})

test('directories of systems, versions and special addresses stay', () => {
  const text = '[root@localhost ~]# /usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0 127.0.1.1 0.0.0.0 Apache/2.4.66 www-data\n'
  expect(redact(text)).toBe(text)
})

test('mail addresses, passwords and long keys are gone', () => {
  const said = redact('write to anna@firm.de, DB_PASSWORD="hunter2" key 0123456789abcdef0123456789abcdef')
  for (const secret of ['anna', 'firm', 'hunter2', '0123456789abcdef']) expect(said).not.toContain(secret)
})

test('a name within a longer word stays', () => {
  expect(redact('/Users/ann/x annotation ann')).toBe('/Users/user1/x annotation user1')
})

test('a redacted text does not change when it is redacted again', () => {
  const once = redact('eve@box:/srv$ cat /home/eve/.pyenv 8.8.8.8 fe80:1:2:3:4::9')
  expect(redact(once)).toBe(once)
})
