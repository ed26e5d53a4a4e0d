import { valueTitle } from '../../../../vocabulary/index.ts'
import { WORDING_LANGUAGES, type WordingLanguage } from '../../../../vocabulary/survey.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Chip, ChipSelect, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { addLanguage, putFirst, removeLanguage } from './edits.ts'
import { readLibrary, readStandard } from './use-standard.ts'

/** The languages of the survey: the one that is shown, one more, one less, the first one. */
export function LanguagesBar() {
  const { t, language: own } = useWords()
  const { survey, wordings, language, chooseLanguage, edit, hints } = useEditor()
  const { run } = useChange()
  const codes = WORDING_LANGUAGES.filter(code => wordings.texts[code])
  const name = (code: string) => valueTitle('language', code, own)
  const others = WORDING_LANGUAGES.filter(code => !wordings.texts[code]).map(code => ({
    value: code,
    label: name(code),
  }))
  others.sort((a, b) => a.label.localeCompare(b.label, own))
  const add = (code: WordingLanguage) =>
    run(async () => {
      const [standard, library] = await Promise.all([readStandard(survey, code), readLibrary()])
      edit(addLanguage(code, standard.wording, library))
      chooseLanguage(code)
    })
  const isFirst = language === wordings.language
  return (
    <section className="languages-bar" aria-label={t('surveys.editor.languages')}>
      <div className="row">
        {codes.map(code => {
          const found = hints.filter(hint => hint.language === code).length
          return (
            <Chip key={code} pressed={code === language} onPress={() => chooseLanguage(code)}>
              {name(code)}
              {code === wordings.language && <span className="small"> {t('surveys.editor.firstMark')}</span>}
              {found > 0 && <b> {t('surveys.editor.hintCount', { n: found })}</b>}
            </Chip>
          )
        })}
        {others.length > 0 && survey.archivedAt === null && (
          <ChipSelect
            label={t('surveys.editor.addLanguage')}
            value=""
            options={[{ value: '', label: t('surveys.editor.addLanguage') }, ...others]}
            onChange={code => add(code as WordingLanguage)}
          />
        )}
      </div>
      {codes.length > 1 && !isFirst && (
        <div className="row">
          <Button kind="plain" onClick={() => edit(putFirst(language))}>
            {t('surveys.editor.makeFirst', { language: name(language) })}
          </Button>
          <Button kind="plain" onClick={() => edit(removeLanguage(language))}>
            {t('surveys.editor.removeLanguage', { language: name(language) })}
          </Button>
        </div>
      )}
      {isFirst && codes.length > 1 && (
        <p className="small">{t('surveys.editor.firstNote', { language: name(language) })}</p>
      )}
    </section>
  )
}
