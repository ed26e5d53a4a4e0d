import { createSocket, type RemoteInfo } from 'node:dgram'

type Type = 'A' | 'AAAA' | 'TXT' | 'MX' | 'PTR' | 'CNAME'
/** Records by name and type; `SILENT` or `SERVFAIL` instead of a value make trouble. */
export type Zone = Record<string, Partial<Record<Type, string[]>> | 'SILENT' | 'SERVFAIL'>

const TYPES: Record<number, Type> = { 1: 'A', 5: 'CNAME', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA' }
const CODES: Record<Type, number> = { A: 1, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28 }

/** A name server on the loopback that answers from `zone` (RFC 1035): real packets over UDP, for tests. */
export async function dnsServer(zone: Zone) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (packet: Buffer, from: RemoteInfo) => {
    const { name, end, type } = readQuestion(packet)
    asked.push(`${name} ${type}`)
    const known = zone[name]
    if (known === 'SILENT') return
    const question = packet.subarray(12, end)
    const values = typeof known === 'object' ? (known[type] ?? []) : []
    const code = known === 'SERVFAIL' ? 2 : known === undefined ? 3 : 0
    const answers = values.map(value => record(CODES[type], bytesOf(type, value)))
    const head = Buffer.alloc(12)
    packet.copy(head, 0, 0, 2)
    head.writeUInt16BE(0x8180 | code, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(answers.length, 6)
    socket.send(Buffer.concat([head, question, ...answers]), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    asked,
    stop: () => new Promise<void>(resolve => socket.close(() => resolve())),
  }
}

function readQuestion(packet: Buffer): { name: string; end: number; type: Type } {
  const labels: string[] = []
  let at = 12
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.subarray(at + 1, at + 1 + length).toString('latin1'))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5, type: TYPES[packet.readUInt16BE(at + 1)] ?? 'A' }
}

// The owner of each answer is the name of the question, which stands at byte 12.
function record(code: number, value: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, code, 0, 1, 0, 0, 0, 60, 0, 0])
  head.writeUInt16BE(value.length, 10)
  return Buffer.concat([head, value])
}

function bytesOf(type: Type, value: string): Buffer {
  switch (type) {
    case 'A':
      return Buffer.from(value.split('.').map(Number))
    case 'AAAA':
      return ipv6(value)
    case 'MX': {
      const [priority = '0', host = ''] = value.split(' ')
      return Buffer.concat([Buffer.from([0, Number(priority)]), nameBytes(host)])
    }
    case 'TXT':
      return Buffer.concat(
        (value.match(/.{1,255}/g) ?? ['']).map(text => Buffer.from([text.length, ...Buffer.from(text)])),
      )
    default:
      return nameBytes(value)
  }
}

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .map(label => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ])

function ipv6(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::')
  const groups = (text: string) => (text ? text.split(':') : [])
  const missing = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
  return Buffer.from(all.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]))
}
