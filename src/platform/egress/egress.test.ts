import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askOutside, EgressProblem, findHost } from './index.ts'
import { isPublicAddress } from './public-address.ts'

const NONE = { insideHosts: [] }
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'worked',
    error => (error instanceof EgressProblem ? error.failure : String(error)),
  )
const ask = (url: string, rules: { insideHosts: string[] } = NONE) =>
  askOutside({ method: 'POST', url, headers: {}, body: 'x' }, rules)

describe('what is called (case M9)', () => {
  test.each([
    ...['https://127.0.0.1/', 'https://127.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://017700000001/'],
    ...['https://localhost/', 'https://localhost./', 'https://0.0.0.0/', 'https://[::1]/', 'https://[::]/'],
    ...[
      'https://169.254.169.254/',
      'https://[::ffff:169.254.169.254]/',
      'https://[::ffff:7f00:1]/',
      'https://100.64.0.1/',
    ],
    ...[
      'https://10.0.0.1/',
      'https://172.16.0.1/',
      'https://172.31.255.255/',
      'https://192.168.1.1/',
      'https://192.0.2.1/',
    ],
    ...[
      'https://198.18.0.1/',
      'https://224.0.0.1/',
      'https://255.255.255.255/',
      'https://[fd00::1]/',
      'https://[fe80::1]/',
    ],
    ...[
      'https://[64:ff9b::a9fe:a9fe]/',
      'https://[2002:7f00:1::]/',
      'https://[2001::1]/',
      'https://[2001:db8::1]/',
      'https://[ff02::1]/',
    ],
    ...[
      'http://example.com/',
      'https://a@127.0.0.1/',
      'https://user:word@example.com/',
      'https://127。0。0。1/',
      'https://①②⑦.0.0.1/',
    ],
    ...[
      'https://1.1.1.1:22/',
      'https://1.1.1.1:25/',
      'https://1.1.1.1:5432/',
      'http://1.1.1.1:8443/',
      'ftp://1.1.1.1/',
      'file:///etc/passwd',
    ],
    ...['unix:/var/run/docker.sock', 'gopher://127.0.0.1:25/', 'nonsense', ''],
  ])('%s is not', async url => expect(await failureOf(ask(url))).toBe('forbidden'))

  test('an address of the open internet is public, everything with an inner address is not', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])
      expect(isPublicAddress(address), address).toBe(true)
    for (const address of ['fe80::1%eth0', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1', '2001:0:1::', 'x', ''])
      expect(isPublicAddress(address), address).toBe(false)
  })

  test('a name that is not found is unreachable, and its words reveal nothing', async () => {
    const problem = await ask('https://nowhere.invalid/').catch(error => error)
    expect(problem).toMatchObject({ failure: 'unreachable', message: 'The host was not found.' })
  })

  test('a host inside is reached only where the operator named it, by the very address that was checked', async () => {
    expect(await failureOf(findHost('localhost', 8080, NONE))).toBe('forbidden')
    const way = await findHost('localhost', 8080, { insideHosts: ['localhost:8080'] })
    expect(['127.0.0.1', '::1']).toContain(way.address)
    expect(await failureOf(findHost('localhost', 8081, { insideHosts: ['localhost:8080'] }))).toBe('forbidden')
  })
})

describe('what comes back', () => {
  let port = 0
  const seen: string[] = []
  const server = createServer((request, reply) => {
    seen.push(request.url ?? '')
    if (request.url === '/redirect') reply.writeHead(302, { location: '/elsewhere' }).end()
    else if (request.url === '/flood') {
      const more = () => {
        while (reply.write('x'.repeat(65_536)));
        reply.once('drain', more)
      }
      more()
    } else if (request.url === '/hang-up') request.socket.destroy()
    else reply.end('hello')
  })
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const inside = (path: string) => ask(`http://127.0.0.1:${port}${path}`, { insideHosts: [`127.0.0.1:${port}`] })

  test('a reply is read, a redirect is not followed, of a flood 64 kB are taken', async () => {
    expect(await inside('/')).toEqual({ status: 200, body: 'hello' })
    expect(await inside('/redirect')).toEqual({ status: 302, body: '' })
    expect(seen).not.toContain('/elsewhere')
    expect((await inside('/flood')).body).toHaveLength(65_536)
  })

  test('nobody there is unreachable; hanging up after the request may mean that it arrived', async () => {
    expect(await failureOf(inside('/hang-up'))).toBe('no_reply')
    expect(await failureOf(ask('http://127.0.0.1:1/', { insideHosts: ['127.0.0.1:1'] }))).toBe('unreachable')
  })
})
