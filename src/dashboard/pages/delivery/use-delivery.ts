import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { DeliveryRules, DomainPace, MailHook, SenderDomain } from '../../../vocabulary/delivery.ts'
import { get } from '../../api.ts'

/** How the sender stands; asked again every second while its records are looked up. */
export const useSender = () =>
  useQuery({
    queryKey: ['sender'],
    queryFn: () => get('/sender', SenderDomain),
    refetchInterval: query => (query.state.data?.domain && !query.state.data.checkedAt ? 1500 : false),
  })

export const useRules = () =>
  useQuery({ queryKey: ['delivery-rules'], queryFn: () => get('/delivery-rules', DeliveryRules) })

export const usePaces = () =>
  useQuery({
    queryKey: ['domain-paces'],
    queryFn: async () => (await get('/domain-paces', z.object({ items: z.array(DomainPace) }))).items,
  })

export const useHooks = () =>
  useQuery({
    queryKey: ['mail-hooks'],
    queryFn: async () => (await get('/mail-hooks', z.object({ items: z.array(MailHook) }))).items,
  })
