import type { Dossier } from '../../../vocabulary/case.ts'
import { Facts, useWords } from '../../ui/index.ts'

const SHOWN = 4

/** Who owns the case, what the customer is worth, and how they may be reached. */
export function CaseFacts({ found }: { found: Dossier }) {
  const { t, f } = useWords()
  const { person, closure } = found
  const { annual_value: value, ...attributes } = person?.attributes ?? {}
  const euros = Number(value)
  const segments = Object.values(attributes)
    .filter(one => typeof one === 'string' && one !== '')
    .slice(0, SHOWN)
  const needed = <span className="small">{t('cases.facts.needed')}</span>
  const facts = [
    [t('cases.facts.owner'), found.ownerName ?? t('cases.facts.nobody')],
    [t('cases.facts.value'), euros > 0 ? t('cases.facts.aYear', { amount: f.money(euros * 100) }) : null],
    [t('cases.facts.segments'), segments.join(' · ')],
    [t('cases.facts.mayContact'), t(`cases.facts.${person?.reachability ?? 'no_address'}`)],
    [t('cases.facts.mail'), person?.email && <MailAddress address={person.email} />],
    [t('cases.facts.phone'), person?.phone],
    [t('cases.facts.cause'), closure ? t(`cases.causes.${closure.cause}`) : needed],
    [t('cases.facts.outcome'), closure ? t(`cases.outcomes.${closure.outcome}`) : needed],
    [t('cases.facts.expected'), closure?.expected],
  ] as const
  return <Facts facts={facts} />
}

/** Breaks a long address behind the @, not somewhere. */
function MailAddress({ address }: { address: string }) {
  const at = address.lastIndexOf('@') + 1
  return (
    <span>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}
