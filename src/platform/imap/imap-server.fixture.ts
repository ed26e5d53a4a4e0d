import { createServer, type Socket } from 'node:net'

/** A mail of the folder: its number and the raw text. */
type Kept = { uid: number; raw: Buffer; at: Date }

/**
 * An IMAP4rev1 server (RFC 3501) with one user and folders in memory, for tests: sign-in, EXAMINE, SEARCH by number and day, FETCH of
 * whole mails and beginnings. `commands` is what it was told, so that a test can see that nothing was changed.
 */
export async function imapServer({ user = 'replies', password = 'word', folder = 'INBOX' } = {}) {
  const state = { uidValidity: 7, mails: [] as Kept[], commands: [] as string[], hangUpOn: null as RegExp | null }
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, state, { user, password, folder })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    inside: `127.0.0.1:${port}`,
    state,
    deliver: (raw: string, at = new Date()) => {
      const uid = (state.mails.at(-1)?.uid ?? 100) + 1
      state.mails.push({ uid, raw: Buffer.from(raw.replace(/\r?\n/g, '\r\n')), at })
      return uid
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(resolve))
    },
  }
}

type State = Awaited<ReturnType<typeof imapServer>>['state']
type Account = { user: string; password: string; folder: string }

const CAPABILITIES = 'IMAP4rev1 ID'

function converse(socket: Socket, state: State, account: Account) {
  let waiting = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say(`* OK [CAPABILITY ${CAPABILITIES}] ready`)
  socket.on('data', chunk => {
    waiting += chunk.toString('latin1')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      state.commands.push(line)
      if (state.hangUpOn?.test(line)) return socket.destroy()
      obey(socket, line, state, account)
    }
  })
}

function obey(socket: Socket, line: string, state: State, account: Account) {
  const [, tag = '*', command = '', rest = ''] = line.match(/^(\S+) (UID \S+|\S+) ?(.*)$/i) ?? []
  const say = (text: string) => socket.write(`${text}\r\n`)
  const done = (text = 'done') => say(`${tag} OK ${text}`)
  switch (command.toUpperCase()) {
    case 'CAPABILITY':
      say(`* CAPABILITY ${CAPABILITIES}`)
      return done()
    case 'ID':
      say('* ID NIL')
      return done()
    case 'LOGIN': {
      const [user, password] = rest.split(' ').map(word => word.replaceAll('"', ''))
      const known = user === account.user && password === account.password
      return known ? done(`[CAPABILITY ${CAPABILITIES}] welcome`) : say(`${tag} NO [AUTHENTICATIONFAILED] no`)
    }
    case 'LIST':
      say(`* LIST (\\HasNoChildren) "/" ${account.folder}`)
      return done()
    case 'NAMESPACE':
      say('* NAMESPACE (("" "/")) NIL NIL')
      return done()
    case 'EXAMINE':
      return examine(say, tag, rest, state, account)
    case 'UID SEARCH': {
      const found = search(rest, state).map(({ uid }) => uid)
      say(`* SEARCH${found.length > 0 ? ` ${found.join(' ')}` : ''}`)
      return done()
    }
    case 'UID FETCH':
      fetchMail(socket, rest, state)
      return done()
    case 'LOGOUT':
      say('* BYE')
      done()
      return socket.end()
    case 'NOOP':
    case 'CLOSE':
    case 'UNSELECT':
    case 'ENABLE':
      return done()
    default:
      return say(`${tag} BAD not understood`)
  }
}

function examine(say: (text: string) => void, tag: string, rest: string, state: State, { folder }: Account) {
  if (rest.replaceAll('"', '') !== folder) return say(`${tag} NO [NONEXISTENT] no such folder`)
  say('* FLAGS (\\Seen \\Deleted)')
  say(`* ${state.mails.length} EXISTS`)
  say('* 0 RECENT')
  say(`* OK [UIDVALIDITY ${state.uidValidity}] fixed`)
  say(`* OK [UIDNEXT ${(state.mails.at(-1)?.uid ?? 100) + 1}] next`)
  return say(`${tag} OK [READ-ONLY] selected`)
}

function search(criteria: string, { mails }: State): Kept[] {
  const from = criteria.match(/UID (\d+):\*/)?.[1]
  if (from) {
    const above = mails.filter(mail => mail.uid >= Number(from))
    return above.length > 0 ? above : mails.slice(-1)
  }
  const since = criteria.match(/SINCE "?(\d{1,2}-[A-Za-z]{3}-\d{4})/)?.[1]
  const day = since ? Date.parse(`${since} 00:00 UTC`) : 0
  return mails.filter(mail => mail.at.getTime() >= day)
}

function fetchMail(socket: Socket, rest: string, { mails }: State) {
  const place = mails.findIndex(mail => mail.uid === Number(rest.match(/^\d+/)?.[0]))
  const mail = mails[place]
  if (!mail) return
  const most = rest.match(/<0\.(\d+)>/)?.[1]
  const body = most ? mail.raw.subarray(0, Number(most)) : mail.raw
  socket.write(`* ${place + 1} FETCH (UID ${mail.uid} BODY[]${most ? '<0>' : ''} {${body.length}}\r\n`)
  socket.write(body)
  socket.write(')\r\n')
}
