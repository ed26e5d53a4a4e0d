import { createInflateRaw } from 'node:zlib'
import { Refusal } from '../../vocabulary/index.ts'
import { ARCHIVE_LIMITS } from './limits.ts'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const DEFLATED = 8

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number }

/** Refuses archives that are no workbook or would unpack to something hostile: entries, ratio, size, lies about size. */
export async function checkArchive(bytes: Buffer): Promise<void> {
  const entries = listEntries(bytes)
  if (!entries.some(entry => entry.name === 'xl/workbook.xml')) throw new Refusal('file_not_a_table', { kind: 'ZIP' })
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > ARCHIVE_LIMITS.unpackedBytes) throw unsafe('size')
  for (const entry of entries) {
    if (entry.name.includes('..') || entry.name.startsWith('/')) throw unsafe('path')
    if (entry.unpacked > 1_000_000 && entry.unpacked > entry.packed * ARCHIVE_LIMITS.ratio) throw unsafe('ratio')
  }
  for (const entry of entries) await checkEntry(bytes, entry)
}

const unsafe = (problem: string): Refusal => new Refusal('file_archive_unsafe', { problem })

function listEntries(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_SIGNATURE) throw unsafe('directory')
  const count = bytes.readUInt16LE(end + 10)
  if (count > ARCHIVE_LIMITS.entries) throw unsafe('entries')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw unsafe('directory')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks an entry without keeping it, and stops as soon as it is larger than it says. */
async function checkEntry(bytes: Buffer, entry: Entry): Promise<void> {
  if (entry.method !== DEFLATED) return
  if (entry.offset + 30 > bytes.length) throw unsafe('directory')
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const inflate = createInflateRaw()
  inflate.end(bytes.subarray(start, start + entry.packed))
  let size = 0
  try {
    for await (const part of inflate) {
      size += (part as Buffer).length
      if (size > entry.unpacked) break
    }
  } catch {
    throw unsafe('damaged')
  }
  if (size > entry.unpacked) throw unsafe('size')
}
