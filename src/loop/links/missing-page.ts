import { customerLanguageOf, say } from '../../languages/index.ts'
import { messagePage } from '../../respondent/index.ts'

/** The page of a key that is none, or of a link that was closed. */
export function missingPage(link: { company: string } | undefined, accepted: string | undefined): string {
  const language = customerLanguageOf(accepted)
  const t = (key: 'unknownTitle' | 'revokedTitle') => say(language, `respondent.${key}`)
  if (!link) return messagePage({ language, company: '' }, t('unknownTitle'), say(language, 'links.visitor.unknown'))
  const closed = say(language, 'links.visitor.closed', { company: link.company })
  return messagePage({ language, company: link.company }, t('revokedTitle'), closed)
}
