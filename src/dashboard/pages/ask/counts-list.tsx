/** Names with their counts, one below the other. */
export function CountsList({ counts }: { counts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{count}</dd>
        </div>
      ))}
    </dl>
  )
}
