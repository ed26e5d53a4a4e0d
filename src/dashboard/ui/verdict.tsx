import type { Verdict as Kind } from '../../stats/index.ts'
import { useWords } from './words.tsx'

/** ◆ in a full frame: the data show it. A dashed frame: it cannot be told from chance. */
export function Verdict({ kind, children }: { kind: Kind; children?: string }) {
  const { t } = useWords()
  const word = children ?? t(`shell.verdict.${kind}`)
  return (
    <span className={`verdict ${kind}`}>
      {kind === 'real' && <span aria-hidden="true">◆</span>}
      {word}
    </span>
  )
}
