import type { NextStep } from '../../../../vocabulary/survey.ts'
import { Card, Field, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { putWords } from './edits.ts'
import { HintNotes } from './hint-notes.tsx'
import { GROUPS, rangeOf } from './scale-parts.ts'
import { WordsField } from './words-field.tsx'

type Group = (typeof GROUPS)[number]

/** The thanks by group, and where each leads on. */
export function ThanksCard() {
  const { t } = useWords()
  const { survey, wording, language, edit } = useEditor()
  const { opening } = survey
  const groups = opening === 'free' ? (['passive'] as const) : GROUPS
  const kind = opening === 'nps' ? 'group' : 'part'
  return (
    <Card title={t('surveys.editor.thanks')} note={t('surveys.editor.nextStepNote')}>
      <div className="stack">
        {groups.map(group => (
          <div className="stack tight" key={group}>
            <WordsField
              path={`thanks.${group}`}
              label={
                opening === 'free'
                  ? t('surveys.editor.thanksAll')
                  : t(`surveys.editor.${kind}.${group}`, { range: rangeOf(opening, group) })
              }
              lines={2}
              most={2000}
              value={wording.thanks[group]}
              onText={text => edit(putWords(language, { thanks: { ...wording.thanks, [group]: text } }))}
            />
            <NextStepFields group={group} />
          </div>
        ))}
      </div>
    </Card>
  )
}

function NextStepFields({ group }: { group: Group }) {
  const { t } = useWords()
  const { wording, language, edit } = useEditor()
  const step: NextStep = wording.nextStep[group] ?? { label: '', address: '' }
  const put = (change: Partial<NextStep>) => {
    const own = { ...step, ...change }
    const { [group]: _before, ...others } = wording.nextStep
    const isEmpty = own.label === '' && own.address === ''
    edit(putWords(language, { nextStep: isEmpty ? others : { ...others, [group]: own } }))
  }
  const isHalf = (step.label === '') !== (step.address === '')
  const isAddress = step.address === '' || /^https:\/\/[^\s/]+\.[^\s/]+/.test(step.address)
  return (
    <div className="pair next-step">
      <Field
        label={t('surveys.editor.nextLabel')}
        lang={language}
        maxLength={80}
        problem={isHalf && step.label === '' ? t('surveys.editor.nextHalf') : null}
        value={step.label}
        onChange={event => put({ label: event.target.value })}
      />
      <Field
        label={t('surveys.editor.nextAddress')}
        type="url"
        maxLength={500}
        placeholder="https://"
        problem={
          isAddress
            ? isHalf && step.address === ''
              ? t('surveys.editor.nextHalf')
              : null
            : t('surveys.editor.nextHttps')
        }
        value={step.address}
        onChange={event => put({ address: event.target.value })}
      />
      <HintNotes path={`texts.${language}.nextStep.${group}`} />
    </div>
  )
}
