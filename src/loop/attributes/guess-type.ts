import { type AttributeType, isBanded } from '../../vocabulary/index.ts'
import { readValue } from './read-value.ts'

const CODE = /^[-+]?0\d/
const ORDER = ['flag', 'date', 'number'] as const

/** What most likely is meant: a type that reads every value; codes such as 00490 are text. */
export function guessType(values: readonly string[]): AttributeType {
  if (values.length === 0 || values.some(value => CODE.test(value) && !value.includes('.'))) return 'text'
  const fits = (type: AttributeType) => values.every(value => readValue(type, value) !== null)
  // A column of 0 and 1 alone is a flag only where it says so in words.
  const isWord = values.some(value => !/^[01]$/.test(value))
  return ORDER.find(type => (isBanded(type) || isWord) && fits(type)) ?? 'text'
}
