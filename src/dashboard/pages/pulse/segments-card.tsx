import { Link } from '@tanstack/react-router'
import { segmentForest } from '../../../charts/index.ts'
import type { Pulse } from '../../../vocabulary/index.ts'
import { Card, Drawing, useWords } from '../../ui/index.ts'
import { useForest } from './use-forest.ts'

/** The surest at both ends, with everybody in between. */
export function SegmentsCard({ pulse }: { pulse: Pulse }) {
  const { t } = useWords()
  const rows = useForest(pulse)
  const hidden = pulse.segments.filter(segment => segment.suppressed).length
  const differByHabit = pulse.segments.some(segment => segment.style)
  const notes = [
    hidden > 0 && t('pulse.segments.hidden', { count: hidden }),
    differByHabit && t('pulse.segments.style'),
  ].filter(Boolean)
  return (
    <Card title={t('pulse.segments.title')} span={4}>
      {rows.length > 1 ? (
        <>
          <Drawing chart={(width, words) => segmentForest({ rows, width }, words)} />
          <p className="small note">
            {t('pulse.segments.filled', { count: pulse.segmentsTested })} {notes.join(' ')}{' '}
            <Link to="/understand">{t('pulse.segments.more')}</Link>
          </p>
        </>
      ) : (
        <p className="quiet">
          {pulse.sealed ? (
            t('pulse.sealed.noSegments')
          ) : (
            <>
              {notes.join(' ')} {pulse.segments.length === 0 && t('pulse.segments.empty')}{' '}
              <Link to="/understand">{t('pulse.segments.more')}</Link>
            </>
          )}
        </p>
      )}
    </Card>
  )
}
