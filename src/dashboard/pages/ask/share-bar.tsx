/** A quiet bar: how much of a whole; the words beside it say the same. */
export const ShareBar = ({ part, whole }: { part: number; whole: number }) => (
  <svg className="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect className="whole" width="100" height="4" />
    <rect className="part" width={whole > 0 ? (100 * part) / whole : 0} height="4" />
  </svg>
)
