import type { EventReading } from '../../../../vocabulary/event-source.ts'
import { useWords } from '../../../ui/index.ts'
import { CountsList } from '../counts-list.tsx'
import { fieldWord, problemWord } from './words.ts'

/** What a mapping makes of the body, or why it would be refused. */
export function ReadingView({ reading }: { reading: EventReading }) {
  const { t, f } = useWords()
  const facts = Object.entries({ ...reading.person, ...reading.touchpoint }).flatMap(([field, value]) => {
    if (value === null || value === '') return []
    if (field === 'amountCents') return [[fieldWord('amount', t), f.number(Number(value) / 100, 2)] as const]
    return field === 'source' ? [] : [[fieldWord(field, t), String(value)] as const]
  })
  return (
    <div className="stack tight" role="status">
      <p className={reading.taken ? 'ask-note' : 'ask-note wrong'}>
        {reading.taken
          ? t('waves.sources.tryOk')
          : t('waves.sources.tryNo', { reason: problemWord(reading.problem, reading.field, t) })}
      </p>
      <CountsList counts={facts} />
    </div>
  )
}
