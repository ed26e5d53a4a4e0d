import type { Reader } from '../../platform/database/index.ts'
import type { ChannelReport, LegalReport } from '../../vocabulary/index.ts'
import {
  ageTally,
  basisTally,
  companyName,
  missingTally,
  optInTally,
  sampleRecords,
  sentTally,
} from './queries/legal-report.ts'
import { suppressionCounts } from './queries/permissions.ts'
import { lineOf } from './read-ledger.ts'

const CHANNELS = ['email', 'sms'] as const
const OF_EACH = 3

/** The state of permissions for counsel: what stands, what is missing, what left without it, and records to look at. */
export async function reportPermissions(reader: Reader, at: Date): Promise<LegalReport> {
  const { name } = await companyName(reader)
  const channels: ChannelReport[] = []
  for (const channel of CHANNELS) channels.push(await reportChannel(reader, channel, at))
  const samples = await sampleRecords(reader, OF_EACH)
  return {
    madeAt: at.toISOString(),
    company: name,
    channels,
    samples: samples.map(row => ({ ...lineOf(row), personId: row.person_id, name: row.name })),
  }
}

async function reportChannel(reader: Reader, channel: ChannelReport['channel'], at: Date): Promise<ChannelReport> {
  const bases = await basisTally(reader, channel)
  const optIns = await optInTally(reader, channel, at)
  const sent = await sentTally(reader, channel)
  const suppressed = await suppressionCounts(reader, channel)
  const of = (basis: string) => bases.find(row => row.basis === basis)?.people ?? 0
  return {
    channel,
    people: bases.reduce((sum, row) => sum + row.people, 0),
    withAddress: bases.reduce((sum, row) => sum + row.reachable, 0),
    byBasis: { consent: of('consent'), existing_customer: of('existing_customer'), none: of('none') },
    missing: Object.fromEntries((await missingTally(reader, channel)).map(row => [row.fact, row.people])),
    consentAge: await ageTally(reader, channel, at),
    confirmed: optIns.confirmed,
    waitingForConfirmation: optIns.waiting,
    suppressed: Object.fromEntries(suppressed.map(row => [row.reason ?? 'objection', row.addresses])),
    sent: sent.sent,
    sentWithoutBasis: sent.withoutBasis,
    sentAfterObjection: sent.afterObjection,
  }
}

/** The counts of the report as a table: one figure per line, so that any program can read it. */
export function reportLines(report: LegalReport): string[][] {
  const lines = report.channels.flatMap(one =>
    [
      ...(['people', 'withAddress', 'confirmed', 'waitingForConfirmation'] as const).map(name => [name, one[name]]),
      ...(['sent', 'sentWithoutBasis', 'sentAfterObjection'] as const).map(name => [name, one[name]]),
      ...entries('basis', one.byBasis),
      ...entries('missing', one.missing),
      ...entries('suppressed', one.suppressed),
      ...one.consentAge.map(age => [`consent older than years: ${age.years}`, age.people]),
    ].map(([name, count]) => [one.channel, String(name), String(count)]),
  )
  return [['channel', 'figure', 'count'], ...lines]
}

const entries = (name: string, counts: Record<string, number>) =>
  Object.entries(counts).map(([what, count]) => [`${name}: ${what}`, count])
