import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { QuestionFigures, Ratings } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useWords } from '../../ui/index.ts'
import type { PulseFilters } from './filters.ts'

/** The figures of one survey on its own scale. */
export const useRatings = (filters: PulseFilters) =>
  useQuery({
    queryKey: ['ratings', filters],
    queryFn: () => get('/ratings', Ratings, filters),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })

/** What the further questions of the chosen survey got. */
export function useQuestionFigures({ survey, period, from, to, segment, per }: PulseFilters) {
  const { language } = useWords()
  const query = { survey, period, from, to, segment, per, language }
  return useQuery({
    queryKey: ['question-figures', query],
    queryFn: () => get('/question-figures', QuestionFigures, query),
    placeholderData: keepPreviousData,
    enabled: survey !== undefined,
  })
}
