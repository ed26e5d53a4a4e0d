import { isWordKey, type Speak } from '../../../languages/index.ts'

/** A field of people by its name: columns in the member's language, attributes as they are called. */
export const fieldName = (field: string, t: Speak): string => {
  const key = `surveys.send.fields.${field}`
  return isWordKey(key) ? t(key) : field.replace('attributes.', '').replaceAll('_', ' ')
}
