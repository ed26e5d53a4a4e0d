import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { OpenLink } from '../../../../vocabulary/open-link.ts'
import { get } from '../../../api.ts'

const Links = z.object({ items: z.array(OpenLink) })

export const useLinks = () => useQuery({ queryKey: ['open-links'], queryFn: () => get('/open-links', Links) })

export const useLink = (openLinkId: string) =>
  useQuery({ queryKey: ['open-links', openLinkId], queryFn: () => get(`/open-links/${openLinkId}`, OpenLink) })

/** Lines of a text area without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
