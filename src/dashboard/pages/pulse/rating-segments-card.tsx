import { Link } from '@tanstack/react-router'
import { isAnswerStyle, type RatingSegment, type Ratings } from '../../../vocabulary/index.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { Card, Sourced, Table, useWords } from '../../ui/index.ts'
import { StyleNote } from './style-note.tsx'

/** Good share and mean of each value of each attribute; too small ones stay hidden. */
export function RatingSegmentsCard({ ratings }: { ratings: Ratings }) {
  const { t, f } = useWords()
  const titles = useTitles(ratings.choices.attributes)
  const few = <span className="small">{t('pulse.ratings.few')}</span>
  return (
    <Card title={t('pulse.ratings.segments')} span={12}>
      <Table
        caption={t('pulse.ratings.segments')}
        rows={ratings.segments}
        keyOf={row => `${row.attribute}:${row.value}`}
        columns={[
          { title: t('pulse.understand.attribute'), cell: row => titles.attribute(row.attribute) },
          {
            title: t('pulse.ratings.value'),
            cell: row => (
              <Link to="/" search={{ survey: ratings.surveyId, segment: [`${row.attribute}:${row.value}`] } as never}>
                {titles.part(row.attribute, row.value)}
              </Link>
            ),
          },
          { title: t('pulse.understand.n'), figure: true, cell: row => (row.good ? f.count(row.good.n) : '–') },
          { title: t('pulse.ratings.share'), cell: row => (row.good ? <Good good={row.good} /> : few) },
          {
            title: t('pulse.ratings.meanShort'),
            figure: true,
            cell: row => (row.mean === null ? '–' : f.number(row.mean, 2)),
          },
        ]}
      />
      <p className="small note">
        {t('pulse.ratings.segmentsNote')}{' '}
        {ratings.segments.some(row => isAnswerStyle(row.attribute)) && <StyleNote below={false} />}
      </p>
    </Card>
  )
}

function Good({ good }: { good: NonNullable<RatingSegment['good']> }) {
  const { t, f } = useWords()
  const between = t('pulse.ratings.between', { lower: f.percent(good.lower, 0), upper: f.percent(good.upper, 0) })
  return (
    <span>
      <Sourced source={{ n: good.n, interval: between, method: t('pulse.ratings.wilson') }}>
        <b className="num">{f.percent(good.share, 0)}</b>
      </Sourced>{' '}
      <span className="small num">{between}</span>
    </span>
  )
}
