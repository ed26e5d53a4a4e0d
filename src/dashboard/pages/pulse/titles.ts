import { isFlag, type Pulse, titleOf, valueTitle } from '../../../vocabulary/index.ts'
import { useWords } from '../../ui/index.ts'

/** Attributes and their parts by the names people gave them, in the member's language. */
export function useTitles(named: Pulse['choices']['attributes']) {
  const { t, language } = useWords()
  const part = (attribute: string, value: string) =>
    isFlag(value) ? t(`attributes.flag.${value}`) : valueTitle(attribute, value, language)
  /** `customer_size:small` as "customer size: small". */
  const segment = (wish: string) => {
    const at = wish.indexOf(':')
    return `${titleOf(wish.slice(0, at), named)}: ${part(wish.slice(0, at), wish.slice(at + 1))}`
  }
  return { attribute: (name: string) => titleOf(name, named), part, segment }
}
