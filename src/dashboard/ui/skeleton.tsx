/** Holds the place of what is loading, so that nothing jumps. */
export function Skeleton({ height, width }: { height: number; width?: string }) {
  return <span className="skeleton" style={{ height, width: width ?? '100%' }} aria-hidden="true" />
}
