import { isTooFew } from '../../../stats/index.ts'
import type { NpsChange } from '../../../vocabulary/index.ts'
import { useWords, Verdict } from '../../ui/index.ts'

/** Whether a change is real; where a figure rests on too few answers it says so, also without anything to compare with. */
export function ChangeVerdict({ change, n = 0 }: { change: Pick<NpsChange, 'verdict'> | null; n?: number }) {
  const { t } = useWords()
  const verdict = isTooFew(n) ? 'unknown' : change?.verdict
  if (!verdict) return null
  return (
    <span className="right">
      <Verdict kind={verdict}>{t(`pulse.verdict.${verdict}`)}</Verdict>
    </span>
  )
}
