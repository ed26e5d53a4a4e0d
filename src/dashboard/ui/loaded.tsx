import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { Skeleton } from './skeleton.tsx'

type Asked<Found> = Pick<UseQueryResult<Found>, 'data' | 'error' | 'refetch'>

/** What was asked for once it is there; until then its place is held, and a failure says how to try again. */
export function Loaded<Found>(props: { of: Asked<Found>; height: number; children: (found: Found) => ReactNode }) {
  const { data, error, refetch } = props.of
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  return data === undefined ? <Skeleton height={props.height} /> : props.children(data)
}
