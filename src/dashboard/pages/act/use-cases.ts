import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { CaseCounts, CaseLine, CaseQueue, CaseState, Dossier } from '../../../vocabulary/case.ts'
import { Member } from '../../../vocabulary/member.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { get, queries } from '../../api.ts'

/** What the inbox shows, kept in the address. */
export const InboxFilters = z.object({
  queue: CaseQueue.or(z.literal('all')).catch('support'),
  view: z.enum(['all', 'mine', 'mentioned', 'overdue']).catch('all'),
  state: CaseState.catch('open'),
  sort: z.enum(['due', 'newest', 'stake']).catch('due'),
})
export type InboxFilters = z.infer<typeof InboxFilters>

/** The cases of the inbox, page after page. */
export function useCaseList({ queue, ...filters }: InboxFilters) {
  const narrowed = { ...filters, queue: queue === 'all' ? undefined : queue }
  return useInfiniteQuery({
    queryKey: ['cases', narrowed],
    queryFn: ({ pageParam }) => get('/cases', pageOf(CaseLine), { ...narrowed, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 30_000,
  })
}

/** How many cases wait where. */
export const useCaseCounts = () =>
  useQuery({ queryKey: ['case-counts'], queryFn: () => get('/cases/counts', CaseCounts), refetchInterval: 30_000 })

/** One case with everything around it. */
export const useDossier = (caseId: string) =>
  useQuery({ queryKey: ['case', caseId], queryFn: () => get(`/cases/${caseId}`, Dossier) })

/** Who can be given a case or mentioned. */
export const useMembers = () =>
  useQuery({
    queryKey: ['members'],
    staleTime: 300_000,
    queryFn: () => get('/members', z.object({ items: z.array(Member) })),
    select: ({ items }) => items.filter(member => !member.deactivatedAt && member.role !== 'viewer'),
  })

/** After a change: the case, the lists and the numbers are looked at again. */
export const reloadCases = (caseId: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['case', caseId] }),
    queries.invalidateQueries({ queryKey: ['cases'] }),
    queries.invalidateQueries({ queryKey: ['case-counts'] }),
    queries.invalidateQueries({ queryKey: ['counts'] }),
  ])
