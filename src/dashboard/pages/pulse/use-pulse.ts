import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pulse } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useWords } from '../../ui/index.ts'
import type { PulseFilters } from './filters.ts'

/** The pulse for these filters; read again every half minute, and the figures stay while new ones are on their way. */
export function usePulse(filters: PulseFilters) {
  const { language } = useWords()
  return useQuery({
    queryKey: ['pulse', filters, language],
    queryFn: () => get('/pulse', Pulse, { ...filters, language }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
}
