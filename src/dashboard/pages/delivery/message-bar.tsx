import { useEffect, useState } from 'react'
import { OUTCOMES } from '../../../vocabulary/delivery.ts'
import { MESSAGE_PURPOSES, MESSAGE_STATES, type MessageTotals } from '../../../vocabulary/index.ts'
import { ChipSelect, useWords } from '../../ui/index.ts'
import { reasonWord } from '../ask/reason-word.ts'
import { useWaves } from '../ask/use-ask.ts'
import type { ChangeFilters, MessageFilters } from './filters.ts'

type Props = { filters: MessageFilters; onChange: ChangeFilters }
type Choice = { value: string; label: string }

/** State, report, reason, purpose, channel, round, domain and words: which messages are listed. */
export function MessageBar({ filters, onChange, totals }: Props & { totals: MessageTotals | undefined }) {
  const { t } = useWords()
  const waves = useWaves().data ?? []
  const reasons = [...new Set([...Object.keys(totals?.reasons ?? {}), ...(filters.reason ? [filters.reason] : [])])]
  const select = (name: keyof MessageFilters, label: string, any: string, options: Choice[]) => (
    <ChipSelect
      label={label}
      value={filters[name] ?? ''}
      options={[{ value: '', label: any }, ...options]}
      onChange={value => onChange({ [name]: value || undefined })}
    />
  )
  return (
    <div className="row">
      {select(
        'state',
        t('delivery.messages.state'),
        t('delivery.messages.anyState'),
        choices(MESSAGE_STATES, one => t(`messages.states.${one}`)),
      )}
      {select(
        'outcome',
        t('delivery.messages.outcome'),
        t('delivery.messages.anyOutcome'),
        choices(OUTCOMES, one => t(`delivery.outcomes.${one}`)),
      )}
      {reasons.length > 0 &&
        select(
          'reason',
          t('delivery.messages.reason'),
          t('delivery.messages.anyReason'),
          choices(reasons, one => reasonWord(one, t)),
        )}
      {select(
        'purpose',
        t('delivery.messages.purpose'),
        t('delivery.messages.anyPurpose'),
        choices(MESSAGE_PURPOSES, one => t(`delivery.purposes.${one}`)),
      )}
      {select(
        'channel',
        t('delivery.messages.channel'),
        t('delivery.messages.anyChannel'),
        choices(['email', 'sms'] as const, one => t(`delivery.channels.${one}`)),
      )}
      {waves.length > 0 &&
        select(
          'waveId',
          t('delivery.messages.round'),
          t('delivery.messages.anyRound'),
          waves.map(wave => ({ value: wave.waveId, label: wave.name })),
        )}
      <LateField
        label={t('delivery.messages.domain')}
        value={filters.domain}
        onChange={domain => onChange({ domain })}
      />
      <LateField
        label={t('delivery.messages.search')}
        value={filters.search}
        onChange={search => onChange({ search })}
      />
    </div>
  )
}

const choices = <T extends string>(values: readonly T[], labelOf: (value: T) => string): Choice[] =>
  values.map(value => ({ value, label: labelOf(value) }))

/** Asks a moment after the last letter, not for each. */
export function LateField(props: {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const [text, setText] = useState(props.value ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the typed words start the clock
  useEffect(() => {
    if (text === (props.value ?? '')) return
    const timer = setTimeout(() => props.onChange(text.trim() || undefined), 300)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (props.value === undefined) setText('')
  }, [props.value])
  return (
    <input
      className="chip words-search"
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  )
}
