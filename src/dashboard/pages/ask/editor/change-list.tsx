import { valueTitle } from '../../../../vocabulary/index.ts'
import { WORDING_LANGUAGES } from '../../../../vocabulary/survey.ts'
import type { WordingChange } from '../../../../vocabulary/wording-change.ts'
import { useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { placeName } from './place-name.ts'

/** What changed: first in all languages, then language by language; unfolded where there is little. */
export function ChangeList({ changes }: { changes: WordingChange[] }) {
  const { t, language: own } = useWords()
  const languages = WORDING_LANGUAGES.filter(code => changes.some(change => change.language === code))
  const everywhere = changes.filter(change => change.language === null)
  return (
    <div className="stack tight">
      {everywhere.length > 0 && <Changes changes={everywhere} />}
      {languages.map(code => {
        const inLanguage = changes.filter(change => change.language === code)
        return (
          <details key={code} open={changes.length <= FEW}>
            <summary>
              {valueTitle('language', code, own)}{' '}
              <span className="small">{t('surveys.editor.changeCount', { n: inLanguage.length })}</span>
            </summary>
            <Changes changes={inLanguage} />
          </details>
        )
      })}
    </div>
  )
}

const FEW = 6

const Changes = ({ changes }: { changes: WordingChange[] }) => (
  <ul className="changes">
    {changes.map(change => (
      <Change key={change.path} change={change} />
    ))}
  </ul>
)

/** One change: its place, what stood there, what stands there now. */
function Change({ change }: { change: WordingChange }) {
  const { t } = useWords()
  const { wording, survey, language } = useEditor()
  const [top, questionId = ''] = change.path.split('.')
  const words = wording.questions[questionId] ?? survey.wording.texts[language]?.questions[questionId]
  const isWords = /^texts\.[a-z]+\./.test(change.path)
  return (
    <li>
      <span className="small">{top === 'questions' && words ? words.text : placeName(change.path, t)}</span>
      {isWords && change.before !== null && <del lang={change.language ?? undefined}>{change.before}</del>}
      {isWords && change.after !== null && <ins lang={change.language ?? undefined}>{change.after}</ins>}
      {!isWords && (
        <span>
          {t(`surveys.editor.${change.before === null ? 'added' : change.after === null ? 'taken' : 'changed'}`)}
        </span>
      )}
    </li>
  )
}
