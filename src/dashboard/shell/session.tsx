import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { get, Problem, queries, send } from '../api.ts'

const Workspace = z.object({ workspaceId: z.string(), name: z.string(), demo: z.boolean().default(false) })
const Session = z.object({
  account: z.object({ accountId: z.string(), name: z.string(), email: z.string(), language: z.string() }).nullable(),
  workspace: Workspace.nullable(),
  workspaces: z.array(Workspace).default([]),
  role: z.string().nullable(),
})
export type Session = z.infer<typeof Session>

/** Who is signed in, where, with which role; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await get('/session', Session)
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 401) return null
        throw problem
      }
    },
  })
}

/** Ends the session and forgets everything that was loaded with it. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/session')
  queries.clear()
  location.assign('/sign-in')
}
