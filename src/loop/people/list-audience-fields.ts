import type { Reader } from '../../platform/database/index.ts'
import { type AudienceField, inBandOrder } from '../../vocabulary/index.ts'
import { readDefinitions } from '../attributes/index.ts'
import { audienceFields } from './queries/audience.ts'

/** By what people can be chosen, with the most frequent values and their counts. */
export async function listAudienceFields(reader: Reader): Promise<{ items: AudienceField[] }> {
  const fields = new Map<string, AudienceField>()
  for (const { field, value, people } of await audienceFields(reader)) {
    const known = fields.get(field) ?? { field, values: [] }
    known.values.push({ value, people })
    fields.set(field, known)
  }
  const definitions = await readDefinitions(reader)
  const items = [...fields.values()].map(({ field, values }) => ({
    field,
    values: inBandOrder(definitions.get(field.replace(/^attributes\./, '')), values, ({ value }) => value),
  }))
  return { items }
}
