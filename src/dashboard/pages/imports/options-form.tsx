import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { IMPORT_KINDS, type Import, type ImportKind, type ImportOptions } from '../../../vocabulary/import.ts'
import { getAll } from '../../api.ts'
import { Choice, Field, useWords } from '../../ui/index.ts'

const SurveyName = z.object({ surveyId: z.string(), name: z.string(), archivedAt: z.string().nullable() })
const TOUCHPOINTS = ['order', 'ticket', 'call', 'mail', 'visit', 'price', 'note'] as const

type Props = {
  one: Import
  options: ImportOptions
  change: (options: ImportOptions) => void
  chooseKind: (kind: ImportKind) => void
}

/** What holds for all rows of the file. */
export function OptionsForm({ one, options, change, chooseKind }: Props) {
  const { t } = useWords()
  const has = (role: string) => one.mapping.columns.some(column => column.role === role)
  const set = (wish: Partial<ImportOptions>) => change({ ...options, ...wish })
  return (
    <div className="import-options">
      <Choice
        label={t('imports.kindLabel')}
        value={one.kind}
        of={IMPORT_KINDS}
        wordOf={kind => t(`imports.kinds.${kind}`)}
        onChange={chooseKind}
      />
      {one.kind === 'responses' && <AnswerOptions one={one} options={options} set={set} />}
      {one.kind === 'touchpoints' && !has('kind') && (
        <Choice
          label={t('imports.touchpoint')}
          value={options.touchpoint ?? ''}
          of={['', ...TOUCHPOINTS]}
          wordOf={kind => (kind ? t(`imports.touchpoints.${kind}`) : '–')}
          onChange={kind => set({ touchpoint: kind || null })}
        />
      )}
      {one.kind !== 'people' && (
        <Field
          label={t('imports.timeZone')}
          placeholder="Europe/Berlin"
          value={options.timeZone ?? ''}
          onChange={event => set({ timeZone: event.target.value || null })}
        />
      )}
    </div>
  )
}

function AnswerOptions({
  one,
  options,
  set,
}: Pick<Props, 'one' | 'options'> & { set: (wish: Partial<ImportOptions>) => void }) {
  const { t } = useWords()
  const surveys = useQuery({ queryKey: ['surveys', 'names'], queryFn: () => getAll('/surveys', SurveyName) })
  const open = surveys.data?.filter(survey => survey.archivedAt === null) ?? []
  const has = (role: string) => one.mapping.columns.some(column => column.role === role)
  const chosen = options.surveyName ?? open.find(survey => survey.surveyId === options.surveyId)?.name
  return (
    <>
      <Field
        label={t('imports.survey')}
        list="surveys"
        placeholder={open[0]?.name ?? t('imports.newSurvey')}
        value={chosen ?? ''}
        onChange={event => set({ surveyName: event.target.value || null, surveyId: null })}
      />
      <datalist id="surveys">
        {open.map(survey => (
          <option key={survey.surveyId} value={survey.name} />
        ))}
      </datalist>
      {!has('wave') && (
        <Field
          label={t('imports.wave')}
          hint={t('imports.waveHint')}
          value={options.wave ?? ''}
          onChange={event => set({ wave: event.target.value || null })}
        />
      )}
      {!has('answered_at') && (
        <Field
          type="date"
          label={t('imports.date')}
          value={options.date ?? ''}
          onChange={event => set({ date: event.target.value || null })}
        />
      )}
    </>
  )
}
