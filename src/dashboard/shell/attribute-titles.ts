import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { AttributeTitle, isFlag, titleOf, valueTitle } from '../../vocabulary/index.ts'
import { get } from '../api.ts'
import { useWords } from '../ui/index.ts'

const Titles = z.object({ items: z.array(AttributeTitle) })

/** The names that were given to attributes, for pages whose figures do not bring them along. */
export const useAttributeTitles = (): AttributeTitle[] =>
  useQuery({ queryKey: ['attributes', 'titles'], queryFn: () => get('/attribute-titles', Titles), staleTime: 60_000 })
    .data?.items ?? []

/** Attributes and their parts by the names people gave them, in the member's language. */
export function useTitles(named: readonly { attribute: string; label: string | null }[]) {
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
