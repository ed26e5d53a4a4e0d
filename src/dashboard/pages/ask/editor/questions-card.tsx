import { Card, useWords } from '../../../ui/index.ts'
import { AddQuestion } from './add-question.tsx'
import { useEditor } from './editor-context.ts'
import { HintNotes } from './hint-notes.tsx'
import { QuestionItem } from './question-item.tsx'

/** The questions after the first two, in their order. */
export function QuestionsCard() {
  const { t } = useWords()
  const { wordings } = useEditor()
  return (
    <Card title={t('surveys.editor.questions')}>
      <div className="stack">
        {wordings.questions.length === 0 ? (
          <p className="small">{t('surveys.editor.noQuestions')}</p>
        ) : (
          <ol className="question-list">
            {wordings.questions.map((question, index) => (
              <QuestionItem key={question.questionId} question={question} index={index} />
            ))}
          </ol>
        )}
        <HintNotes path="questions" />
        <AddQuestion />
      </div>
    </Card>
  )
}
