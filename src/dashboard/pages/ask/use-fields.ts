import { isWordKey } from '../../../languages/index.ts'
import { useAttributeTitles, useTitles } from '../../shell/attribute-titles.ts'
import { useWords } from '../../ui/index.ts'

const attributeOf = (field: string) => field.replace(/^attributes\./, '')

/** Fields of people and their values by name: columns in the member's language, attributes as they are called. */
export function useFields() {
  const { t } = useWords()
  const titles = useTitles(useAttributeTitles())
  return {
    name: (field: string): string => {
      const key = `surveys.send.fields.${field}`
      return isWordKey(key) ? t(key) : titles.attribute(attributeOf(field))
    },
    value: (field: string, value: string): string => titles.part(attributeOf(field), value),
  }
}
