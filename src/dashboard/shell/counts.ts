import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { get } from '../api.ts'

const Counts = z.object({ due: z.number(), recent: z.number() })
export type Counts = z.infer<typeof Counts>

/** The two numbers in the rail: cases due now, answers of the last seven days. */
export function useCounts(): Counts {
  const counts = useQuery({
    queryKey: ['counts'],
    queryFn: () => get('/counts', Counts),
    refetchInterval: 30_000,
    retry: false,
  })
  return counts.data ?? { due: 0, recent: 0 }
}
