import { z } from 'zod'

/** What a value of an attribute is. A date is compared as whole years since. */
export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'flag'] as const
export const AttributeType = z.enum(ATTRIBUTE_TYPES)
export type AttributeType = z.infer<typeof AttributeType>

/** Where the values come from: people and imports, answers to a question, or what happened. */
export const AttributeSource = z.enum(['given', 'answer', 'computed'])
export type AttributeSource = z.infer<typeof AttributeSource>

/** A range up to `below` (excluded); the last one is open. Without a label its bounds name it. */
export const AttributeBand = z.strictObject({
  below: z.number().nullable(),
  label: z.string().trim().min(1).max(60).nullable().default(null),
})
export type AttributeBand = z.infer<typeof AttributeBand>

const ascending = (bands: AttributeBand[]) =>
  bands.every(({ below }, at) => (below === null) === (at === bands.length - 1) && isAbove(below, bands[at - 1]))
const isAbove = (below: number | null, before: AttributeBand | undefined) =>
  below === null || before?.below == null || below > before.below

/** Bands in order, from lowest to the open one at the end. */
export const AttributeBands = z
  .array(AttributeBand)
  .min(2)
  .max(12)
  .refine(ascending, 'have to rise, and only the last one is open')
  .refine(bands => new Set(bandNames(bands)).size === bands.length, 'need names that differ')

/** The keys of attributes in `people.attributes`. */
export const AttributeName = z.string().trim().min(1).max(100)

/** What an attribute of people means. */
export const AttributeDefinition = z.object({
  name: AttributeName,
  label: z.string().nullable(),
  type: AttributeType,
  bands: z.array(AttributeBand).nullable(),
  /** The attribute above it: region → country. */
  parent: z.string().nullable(),
  source: AttributeSource,
  /** How values are found, where they are not given. */
  rule: z.unknown(),
})
export type AttributeDefinition = z.infer<typeof AttributeDefinition>

/** What an attribute was called by an administrator. */
export const AttributeTitle = z.object({ attribute: AttributeName, label: z.string() })
export type AttributeTitle = z.infer<typeof AttributeTitle>
/** What stands about attributes, by their names. */
export type AttributeDefinitions = ReadonlyMap<string, AttributeDefinition>

/** What an administrator says about an attribute. */
export const AttributeInput = z
  .strictObject({
    name: AttributeName,
    label: z.string().trim().min(1).max(100).nullable().default(null),
    type: AttributeType,
    bands: AttributeBands.nullable().default(null),
    parent: AttributeName.nullable().default(null),
  })
  .refine(({ type, bands }) => bands === null || isBanded(type), {
    message: 'belong to a number or a date',
    path: ['bands'],
  })
  .refine(({ type, parent }) => parent === null || type === 'text', {
    message: 'stands above a text',
    path: ['parent'],
  })
export type AttributeInput = z.infer<typeof AttributeInput>

/** An attribute as it occurs on people, with its meaning where somebody has said it. */
export const AttributeLine = AttributeDefinition.extend({
  /** Without a definition the type is guessed from the values. */
  defined: z.boolean(),
  people: z.number().int(),
  different: z.number().int(),
  examples: z.array(z.string()),
})
export type AttributeLine = z.infer<typeof AttributeLine>

/** A question about bands before they hold. */
export const BandsQuestion = z.strictObject({
  name: AttributeName,
  type: AttributeType,
  bands: AttributeBands.nullable().default(null),
})
export type BandsQuestion = z.infer<typeof BandsQuestion>

/** How many people fall into each band, what cannot be read as this type, and bands of about equal size. */
export const BandsPreview = z.object({
  people: z.number().int(),
  unreadable: z.object({ people: z.number().int(), examples: z.array(z.string()) }),
  bands: z.array(z.object({ name: z.string(), people: z.number().int() })),
  suggestion: z.array(AttributeBand).nullable(),
})
export type BandsPreview = z.infer<typeof BandsPreview>

/** Whether values of a type are put in bands. */
export const isBanded = (type: AttributeType): type is 'number' | 'date' => type === 'number' || type === 'date'

/** How the bands are called, in order: by their label, or by their bounds. */
export const bandNames = (bands: readonly AttributeBand[]): string[] =>
  bands.map(({ below, label }, at) => label ?? boundsName(bands[at - 1]?.below ?? null, below))

function boundsName(from: number | null, below: number | null): string {
  if (from === null) return `< ${below}`
  return below === null ? `≥ ${from}` : `${from} – < ${below}`
}

/** Parts in the order of their bands; those of other attributes keep theirs. */
export function inBandOrder<T>(
  definition: AttributeDefinition | undefined,
  parts: readonly T[],
  nameOf: (part: T) => string,
): T[] {
  if (!definition?.bands) return [...parts]
  const places = new Map(bandNames(definition.bands).map((name, at) => [name, at]))
  return parts.toSorted((a, b) => (places.get(nameOf(a)) ?? 0) - (places.get(nameOf(b)) ?? 0))
}

/** The attributes above one, nearest first. */
export function namesAbove(definitions: AttributeDefinitions, name: string): string[] {
  const above: string[] = []
  for (let at = definitions.get(name)?.parent; at && !above.includes(at); at = definitions.get(at)?.parent)
    above.push(at)
  return above
}

/** Whether an attribute is cut by something else than its plain text: bands, yes or no, below another one. */
export const isShaped = (definition: AttributeDefinition | undefined): definition is AttributeDefinition =>
  definition !== undefined && (definition.bands !== null || definition.type === 'flag' || definition.parent !== null)
