import { useState } from 'react'
import type { Wordings } from '../../../../vocabulary/survey.ts'
import { Chip, ErrorState, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { PreviewSheet } from './preview-sheet.tsx'
import { SmsBubble } from './sms-bubble.tsx'
import { pagesOf, type Trial } from './trial.ts'
import { TrialBar } from './trial-bar.tsx'
import { usePreview } from './use-preview.ts'

const PLACES = ['mail', 'page', 'widget', 'sms'] as const
type Place = (typeof PLACES)[number]

/** What people will see, drawn by the code that draws it for them: mail, page, widget and text message side by side. */
export function PreviewBoard({ before }: { before: Wordings | null }) {
  const { t } = useWords()
  const { survey, wordings, language, wording } = useEditor()
  const { opening } = survey
  const [old, setOld] = useState(false)
  const [tab, setTab] = useState<Place>('mail')
  const [mail, setMail] = useState<'mail' | 'reminder'>('mail')
  const [step, setStep] = useState(0)
  const [trial, setTrial] = useState<Trial>({
    value: opening === 'free' ? null : opening === 'nps' ? 8 : 4,
    answers: [],
  })
  const shown = old && before ? before : wordings
  const words = shown.texts[language] ?? shown.texts[shown.language] ?? wording
  const pages = pagesOf(opening, shown.questions, trial)
  const page = pages[Math.min(step, pages.length - 1)] ?? { show: 'opening' as const, questions: [] }
  const further = pages.filter(one => one.show === 'questions')
  const preview = usePreview({
    ...{ language, opening, wording: words, value: trial.value },
    questions: page.questions,
    shows: [mail, page.show, 'widget', 'sms'],
  })
  const item = (show: string) => preview.data?.find(one => one.show === show) ?? null
  const drawn: Record<Place, React.ReactNode> = {
    mail: (
      <PreviewSheet title={t('surveys.editor.showMail')} item={item(mail)}>
        {(['mail', 'reminder'] as const).map(one => (
          <Chip key={one} pressed={mail === one} onPress={() => setMail(one)}>
            {t(`surveys.editor.shows.${one}`)}
          </Chip>
        ))}
      </PreviewSheet>
    ),
    page: (
      <PreviewSheet title={t('surveys.editor.showPage')} item={item(page.show)}>
        {pages.map((one, index) => (
          <Chip key={pageKey(one)} pressed={one === page} onPress={() => setStep(index)}>
            {one.show === 'questions' && further.length > 1
              ? t('surveys.editor.furtherN', { n: further.indexOf(one) + 1 })
              : t(`surveys.editor.shows.${one.show}`)}
          </Chip>
        ))}
      </PreviewSheet>
    ),
    widget: <PreviewSheet title={t('surveys.editor.showWidget')} item={item('widget')} />,
    sms: <SmsBubble text={item('sms')?.text ?? ''} />,
  }
  return (
    <section className="preview" aria-label={t('surveys.editor.preview')}>
      <div className="row">
        <h2>{t('surveys.editor.preview')}</h2>
        {before && (
          <>
            <Chip pressed={!old} onPress={() => setOld(false)}>
              {t('surveys.editor.after')}
            </Chip>
            <Chip pressed={old} onPress={() => setOld(true)}>
              {t('surveys.editor.before', { version: survey.version })}
            </Chip>
          </>
        )}
      </div>
      <TrialBar trial={trial} questions={shown.questions} wording={words} change={setTrial} />
      <div className="row tabs">
        {PLACES.map(place => (
          <Chip key={place} pressed={tab === place} onPress={() => setTab(place)}>
            {t(`surveys.editor.tabs.${place}`)}
          </Chip>
        ))}
      </div>
      {preview.error && <ErrorState error={preview.error} retry={() => preview.refetch()} />}
      <div className="sheets">
        {PLACES.map(place => (
          <div key={place} className={place === tab ? 'place shown' : 'place'}>
            {drawn[place]}
          </div>
        ))}
      </div>
    </section>
  )
}

const pageKey = ({ show, questions }: { show: string; questions: { questionId: string }[] }) =>
  [show, ...questions.map(question => question.questionId)].join('/')
