/** How far something is; without a value it is only under way. */
export function Progress({ label, value, max }: { label: string; value?: number; max?: number }) {
  return <progress className="progress" aria-label={label} value={value} max={max ?? 1} />
}
