import { roleIncludes } from '../../../../vocabulary/role.ts'
import { useWho } from '../../settings/use-who.ts'

/** Whether whoever is signed in may make, publish and change surveys; the server decides in the end. Null until it is known. */
export function useMayChange(): boolean | null {
  const role = useWho().data?.role
  return role ? roleIncludes(role, 'manager') : null
}
