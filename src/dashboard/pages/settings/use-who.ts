import { useQuery } from '@tanstack/react-query'
import { Session } from '../../../vocabulary/account.ts'
import { get } from '../../api.ts'

/** The session with everything the settings show of it. */
export const useWho = () => useQuery({ queryKey: ['session', 'settings'], queryFn: () => get('/session', Session) })
