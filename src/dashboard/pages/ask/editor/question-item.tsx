import { type Question, scaleOf } from '../../../../vocabulary/question.ts'
import { Button, Check, Tag, useWords } from '../../../ui/index.ts'
import { Conditions } from './conditions.tsx'
import { useEditor } from './editor-context.ts'
import { moveQuestion, putQuestion, putQuestionWords, removeQuestion } from './edits.ts'
import { HintNotes } from './hint-notes.tsx'
import { OptionFields } from './option-fields.tsx'
import { WordsField } from './words-field.tsx'

type Given = { question: Question; index: number }

/** One further question: its place, its words, and when it is asked. */
export function QuestionItem({ question, index }: Given) {
  const { t } = useWords()
  const { wording, language, edit } = useEditor()
  const { questionId } = question
  const words = wording.questions[questionId]
  return (
    <li className="question-item">
      <QuestionHead question={question} index={index} />
      <WordsField
        path={`questions.${questionId}.text`}
        label={t('surveys.editor.questionText')}
        lines={2}
        most={300}
        value={words?.text ?? ''}
        onText={text => edit(putQuestionWords(language, questionId, { text }))}
      />
      <Ends question={question} />
      {question.kind === 'choice' && <OptionFields question={question} />}
      <div className="row">
        <Check
          checked={question.required}
          onChange={event => edit(putQuestion(questionId, { required: event.target.checked }))}
        >
          {t('surveys.editor.required')}
        </Check>
        {question.kind === 'choice' && (
          <Check
            checked={question.several}
            onChange={event => edit(putQuestion(questionId, { several: event.target.checked }))}
          >
            {t('surveys.editor.several')}
          </Check>
        )}
      </div>
      <Conditions question={question} index={index} />
      <HintNotes path={`questions.${index}`} below />
    </li>
  )
}

function QuestionHead({ question, index }: Given) {
  const { t } = useWords()
  const { wordings, edit } = useEditor()
  const { questionId, kind } = question
  const facts = { n: index + 1 }
  return (
    <div className="row question-head">
      <h3>{t('surveys.editor.questionN', facts)}</h3>
      <Tag>{t(`surveys.openings.${kind}`)}</Tag>
      <span className="right">
        <Button
          kind="plain"
          disabled={index === 0}
          aria-label={t('surveys.editor.moveUp', facts)}
          onClick={() => edit(moveQuestion(questionId, -1))}
        >
          ↑
        </Button>
        <Button
          kind="plain"
          disabled={index === wordings.questions.length - 1}
          aria-label={t('surveys.editor.moveDown', facts)}
          onClick={() => edit(moveQuestion(questionId, 1))}
        >
          ↓
        </Button>
        <Button
          kind="plain"
          aria-label={t('surveys.editor.removeQuestion', facts)}
          onClick={() => edit(removeQuestion(questionId))}
        >
          ✕
        </Button>
      </span>
    </div>
  )
}

function Ends({ question }: { question: Question }) {
  const { t } = useWords()
  const { wording, language, edit } = useEditor()
  const scale = scaleOf(question.kind)
  const words = wording.questions[question.questionId]
  if (!scale) return null
  const end = (field: 'lowEnd' | 'highEnd', rating: number) => (
    <WordsField
      path={`questions.${question.questionId}.${field}`}
      label={t('surveys.editor.endOf', { rating })}
      most={80}
      optional
      value={words?.[field] ?? ''}
      onText={text => edit(putQuestionWords(language, question.questionId, { [field]: text }))}
    />
  )
  return (
    <div className="pair">
      {end('lowEnd', scale.from)}
      {end('highEnd', scale.to)}
    </div>
  )
}
