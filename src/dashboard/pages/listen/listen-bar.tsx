import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { AnswerChoices, valueTitle } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useAttributeTitles, useTitles } from '../../shell/attribute-titles.ts'
import { Chip, ChipSelect, useWords } from '../../ui/index.ts'
import { type ChangeListen, GROUP_SCORES, type ListenFilters } from './filters.ts'

type Props = { filters: ListenFilters; onChange: ChangeListen }

/** Surveys and languages that answers can be filtered by. */
export const useAnswerChoices = () =>
  useQuery({
    queryKey: ['answer-choices'],
    queryFn: () => get('/answers/choices', AnswerChoices),
    staleTime: 60_000,
  }).data

/** Group, comment, language, survey, state and words: which answers are listed. */
export function ListenBar({ filters, onChange }: Props) {
  const { t, language } = useWords()
  const titles = useTitles(useAttributeTitles())
  const choices = useAnswerChoices()
  const any = (label: string) => ({ value: '', label })
  const surveys =
    choices?.surveys.map(({ surveyId, name, anonymous }) => ({
      value: surveyId,
      label: anonymous ? `${name} (${t('pulse.sealed.named')})` : name,
    })) ?? []
  const languages =
    choices?.languages.map(code => ({ value: code, label: valueTitle('language', code, language) })) ?? []
  return (
    <>
      <GroupChip filters={filters} onChange={onChange} />
      <CommentChip filters={filters} onChange={onChange} />
      {surveys.length > 1 && (
        <ChipSelect
          label={t('pulse.filter.survey')}
          value={filters.survey ?? ''}
          options={[any(t('pulse.filter.allSurveys')), ...surveys]}
          onChange={survey => onChange({ survey })}
        />
      )}
      {languages.length > 1 && (
        <ChipSelect
          label={t('pulse.listen.language')}
          value={filters.language ?? ''}
          options={[any(t('pulse.listen.anyLanguage')), ...languages]}
          onChange={wish => onChange({ language: wish })}
        />
      )}
      <Chip
        pressed={filters.state === 'quarantined'}
        onPress={() => onChange({ state: filters.state ? undefined : 'quarantined' })}
      >
        {t('pulse.listen.quarantined')}
      </Chip>
      {filters.segment.map(segment => (
        <Chip
          key={segment}
          pressed
          onPress={() => onChange({ segment: filters.segment.filter(one => one !== segment) })}
        >
          {titles.segment(segment)} <span aria-hidden="true">✕</span>
        </Chip>
      ))}
      <SearchField filters={filters} onChange={onChange} />
    </>
  )
}

function GroupChip({ filters, onChange }: Props) {
  const { t } = useWords()
  const groups = Object.entries(GROUP_SCORES)
  const now = groups.find(([, scores]) => scores.join() === filters.score.join())?.[0] ?? ''
  const options = [
    { value: '', label: t('pulse.listen.allGroups') },
    ...(['detractors', 'sevens', 'eights', 'promoters'] as const).map(value => ({
      value,
      label: t(`pulse.listen.${value}`),
    })),
  ]
  const choose = (wish: string) => onChange({ score: groups.find(([group]) => group === wish)?.[1] })
  return <ChipSelect label={t('pulse.listen.group')} value={now} options={options} onChange={choose} />
}

function CommentChip({ filters, onChange }: Props) {
  const { t } = useWords()
  const options = [
    { value: '', label: t('pulse.listen.anyComment') },
    { value: 'with', label: t('pulse.listen.withComment') },
    { value: 'without', label: t('pulse.listen.withoutComment') },
  ]
  const choose = (wish: string) => onChange({ comment: wish === 'with' || wish === 'without' ? wish : undefined })
  return (
    <ChipSelect label={t('pulse.listen.comment')} value={filters.comment ?? ''} options={options} onChange={choose} />
  )
}

/** Asks a moment after the last letter, not for each. */
function SearchField({ filters, onChange }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(filters.search ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the typed words start the clock
  useEffect(() => {
    if (text === (filters.search ?? '')) return
    const timer = setTimeout(() => onChange({ search: text || undefined }), 300)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <input
      className="chip words-search"
      type="search"
      aria-label={t('pulse.listen.search')}
      placeholder={t('pulse.listen.search')}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  )
}
