import { useState } from 'react'
import {
  type Condition,
  OPENING_ID,
  type Opening,
  QUESTION_KINDS,
  type QuestionKind,
} from '../../../../vocabulary/question.ts'
import type { ReadyQuestion } from '../../../../vocabulary/survey.ts'
import { Button, Dialog, ErrorState, Skeleton, Tag, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { addEmpty, addReady } from './edits.ts'
import { groupOfRating, ratingsOf } from './scale-parts.ts'
import { useLibrary } from './use-standard.ts'

const MOST = 20

/** The button that adds a question: from the library, or an empty one of any kind. */
export function AddQuestion() {
  const { t } = useWords()
  const { survey, wordings } = useEditor()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className="row">
      <Button disabled={wordings.questions.length >= MOST || survey.archivedAt !== null} onClick={() => setOpen(true)}>
        {t('surveys.editor.addQuestion')}
      </Button>
      <Dialog title={t('surveys.editor.addQuestion')} open={open} onClose={close} className="library">
        <ReadyList done={close} />
        <EmptyKinds done={close} />
      </Dialog>
    </div>
  )
}

function ReadyList({ done }: { done: () => void }) {
  const { t, language: own } = useWords()
  const { survey, wordings, edit } = useEditor()
  const library = useLibrary()
  if (library.error) return <ErrorState error={library.error} retry={() => library.refetch()} />
  if (!library.data) return <Skeleton height={240} />
  const languages = Object.keys(wordings.texts).length
  const add = (ready: ReadyQuestion) => {
    edit(addReady(ready, isForPassives(ready) ? ofPassives(survey.opening) : []))
    done()
  }
  return (
    <section className="stack tight">
      <h3>{t('surveys.editor.ready')}</h3>
      <p className="small">{t('surveys.editor.readyNote', { n: languages })}</p>
      <ul className="ready-list">
        {library.data.map(ready => (
          <li key={ready.question.questionId}>
            <button type="button" className="ready" onClick={() => add(ready)}>
              <span>{ready.texts[own]?.text}</span>
              <Tag>{t(`surveys.openings.${ready.question.kind}`)}</Tag>
              {ready.question.kind === 'choice' && (
                <span className="small">{Object.values(ready.texts[own]?.options ?? {}).join(' · ')}</span>
              )}
              {isForPassives(ready) && survey.opening === 'nps' && (
                <span className="small">{t('surveys.editor.reasonsStand')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const isForPassives = ({ question }: ReadyQuestion) => question.questionId === 'passive_reasons'

/** Asked of those in the middle of the scale alone: the reasons are theirs. */
function ofPassives(opening: Opening): Condition[] {
  const ratings = ratingsOf(opening).filter(rating => groupOfRating(opening, rating) === 'passive')
  return ratings.length > 0 ? [{ questionId: OPENING_ID, ratings, options: [] }] : []
}

function EmptyKinds({ done }: { done: () => void }) {
  const { t } = useWords()
  const { edit } = useEditor()
  const add = (kind: QuestionKind) => {
    edit(addEmpty(kind))
    done()
  }
  return (
    <section className="stack tight">
      <h3>{t('surveys.editor.ownQuestion')}</h3>
      <div className="row">
        {QUESTION_KINDS.map(kind => (
          <Button key={kind} onClick={() => add(kind)}>
            {t(`surveys.openings.${kind}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
