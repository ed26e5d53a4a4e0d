import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Wording, type WordingLanguage } from '../../../vocabulary/survey.ts'
import { send } from '../../api.ts'
import { Card, Chip, ErrorState, useWords } from '../../ui/index.ts'

const Preview = z.object({ address: z.string(), subject: z.string().nullable(), text: z.string().nullable() })
const SHOWN = [
  { show: 'mail', word: 'showMail' },
  { show: 'score', word: 'showScore' },
  { show: 'comment', word: 'showComment' },
  { show: 'thanks', word: 'showThanks' },
] as const
type Show = (typeof SHOWN)[number]['show']
const SCORES = [9, 7, 3]
const PAUSE_MS = 350

/** What people will see, drawn by the same code that draws it for them, a moment after each change. */
export function PreviewPane({
  wording,
  language,
  before,
}: {
  wording: Wording
  language: WordingLanguage
  before: Wording
}) {
  const { t } = useWords()
  const [show, setShow] = useState<Show>('mail')
  const [score, setScore] = useState(9)
  const [phone, setPhone] = useState(true)
  const [old, setOld] = useState(false)
  const calm = useCalm(old ? before : wording)
  const preview = useQuery({
    queryKey: ['preview', language, show, score, calm],
    enabled: Wording.safeParse(calm).success,
    placeholderData: last => last,
    queryFn: () => send('POST', '/survey-previews', { wording: calm, language, show, score }, Preview),
  })
  const word = SHOWN.find(one => one.show === show)?.word ?? 'showMail'
  return (
    <div className="preview">
      <Card title={t('surveys.editor.preview')}>
        <div className="row">
          {SHOWN.map(one => (
            <Chip key={one.show} pressed={show === one.show} onPress={() => setShow(one.show)}>
              {t(`surveys.editor.${one.word}`)}
            </Chip>
          ))}
        </div>
        <div className="row">
          {(show === 'comment' || show === 'thanks') &&
            SCORES.map(one => (
              <Chip key={one} pressed={score === one} onPress={() => setScore(one)}>
                {t('surveys.editor.score')} {one}
              </Chip>
            ))}
          <Chip pressed={phone} onPress={() => setPhone(!phone)}>
            {t('surveys.editor.phone')}
          </Chip>
          <Chip pressed={old} onPress={() => setOld(!old)}>
            {t('surveys.editor.before')}
          </Chip>
        </div>
        {preview.error && <ErrorState error={preview.error} retry={() => preview.refetch()} />}
        {show === 'mail' && preview.data?.subject && (
          <p className="small">{t('surveys.editor.subject', { subject: preview.data.subject })}</p>
        )}
        {preview.data && (
          <iframe
            className={phone ? 'sheet phone' : 'sheet'}
            title={t('surveys.editor.previewTitle', { what: t(`surveys.editor.${word}`) })}
            src={preview.data.address}
            tabIndex={-1}
          />
        )}
      </Card>
    </div>
  )
}

/** The value once nobody has typed for a moment. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}
