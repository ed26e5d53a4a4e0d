import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { send } from '../api.ts'
import { useChange } from './use-change.ts'

/** Makes one more of a list of the API, and goes to its page. */
export function useMake<Shape extends z.ZodType>(
  list: string,
  shape: Shape,
  pageOf: (made: z.output<Shape>) => string,
) {
  const navigate = useNavigate()
  const { run, busy } = useChange(list)
  const make = async (given: object, said?: string) => {
    const made = await run(() => send('POST', `/${list}`, given, shape), said)
    if (made) await navigate({ to: pageOf(made) })
  }
  return { make, busy }
}
