import { useQuery } from '@tanstack/react-query'
import { Session } from '../../vocabulary/index.ts'
import { get, Problem, queries, send } from '../api.ts'

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

/** Goes to another of the own workspaces; everything is read anew there. */
export async function enterWorkspace(workspaceId: string): Promise<void> {
  await send('PUT', `/workspaces/${workspaceId}/presence`)
  await queries.resetQueries()
}

/** Ends the session and forgets everything that was loaded with it. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/session')
  queries.clear()
  location.assign('/sign-in')
}
