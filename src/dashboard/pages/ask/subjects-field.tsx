import type { ReactNode } from 'react'
import type { SubjectTest } from '../../../vocabulary/subject-test.ts'
import type { WordingLanguage } from '../../../vocabulary/survey.ts'
import { Button, Choice, Field, NumberField, Select, useWords } from '../../ui/index.ts'

const MOST = 4
const FIRST: SubjectTest = { arms: [{}, {}], percent: 100, settleDays: 3 }
const PERCENTS = [100, 50, 20, 10]

/** The letter by which a subject line is called. */
export const letterOf = (arm: number): string => 'ABCD'[arm] ?? '?'

/** Whether every subject line has words in at least one language. */
export const subjectsReady = (test: SubjectTest | null): boolean =>
  test === null || test.arms.every(arm => Object.values(arm).some(text => text.trim() !== ''))

/** The subject line of the survey, or up to four that are compared. */
export function SubjectsField(props: {
  test: SubjectTest | null
  languages: WordingLanguage[]
  onChange: (test: SubjectTest | null) => void
}) {
  const { t } = useWords()
  const { test, languages, onChange } = props
  return (
    <fieldset className="filter-box stack">
      <legend className="hidden">{t('waves.subjects.title')}</legend>
      <Choice
        label={t('waves.subjects.title')}
        value={test ? 'compare' : 'one'}
        of={['one', 'compare']}
        wordOf={value => t(`waves.subjects.${value}`)}
        onChange={value => onChange(value === 'one' ? null : FIRST)}
      />
      {test?.arms.map((arm, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a subject line is its place in the order
        <Arm key={i} arm={i} texts={arm} languages={languages} onChange={texts => onChange(withArm(test, i, texts))}>
          {test.arms.length > 2 && (
            <Button kind="plain" onClick={() => onChange({ ...test, arms: test.arms.filter((_, at) => at !== i) })}>
              {t('waves.subjects.remove')}
            </Button>
          )}
        </Arm>
      ))}
      {test && test.arms.length < MOST && (
        <div className="row">
          <Button onClick={() => onChange({ ...test, arms: [...test.arms, {}] })}>{t('waves.subjects.add')}</Button>
        </div>
      )}
      {test && <Rules test={test} onChange={onChange} />}
    </fieldset>
  )
}

const withArm = (test: SubjectTest, at: number, texts: SubjectTest['arms'][number]): SubjectTest => ({
  ...test,
  arms: test.arms.map((own, i) => (i === at ? texts : own)),
})

function Arm(props: {
  arm: number
  texts: SubjectTest['arms'][number]
  languages: WordingLanguage[]
  onChange: (texts: SubjectTest['arms'][number]) => void
  children: ReactNode
}) {
  const { t, language: own } = useWords()
  const names = new Intl.DisplayNames(own, { type: 'language' })
  const put = (language: WordingLanguage, text: string) => {
    const { [language]: _, ...others } = props.texts
    props.onChange(text === '' ? others : { ...others, [language]: text })
  }
  return (
    <div className="stack tight">
      <strong>{t('waves.subjects.line', { letter: letterOf(props.arm) })}</strong>
      {props.languages.map(language => (
        <Field
          key={language}
          label={t('waves.subjects.language', { language: names.of(language) ?? language })}
          maxLength={150}
          value={props.texts[language] ?? ''}
          onChange={event => put(language, event.target.value)}
        />
      ))}
      {props.children}
    </div>
  )
}

function Rules({ test, onChange }: { test: SubjectTest; onChange: (test: SubjectTest) => void }) {
  const { t } = useWords()
  return (
    <div className="pair">
      <Select
        label={t('waves.subjects.percent')}
        hint={test.percent < 100 ? t('waves.subjects.percentHint') : undefined}
        value={String(test.percent)}
        options={PERCENTS.map(percent => ({
          value: String(percent),
          label: percent === 100 ? t('waves.subjects.percentAll') : t('waves.subjects.percentSome', { percent }),
        }))}
        onChange={event => onChange({ ...test, percent: Number(event.target.value) })}
      />
      <NumberField
        label={t('waves.subjects.settle')}
        hint={t('waves.subjects.settleHint')}
        min={1}
        max={30}
        value={test.settleDays}
        onChange={days => onChange({ ...test, settleDays: Math.min(30, Math.max(1, days)) })}
      />
    </div>
  )
}
