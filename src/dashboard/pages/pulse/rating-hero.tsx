import { ratingBars } from '../../../charts/index.ts'
import type { RatingFigure, Ratings, ShareFigure } from '../../../vocabulary/index.ts'
import { Drawing, Sourced, useWords } from '../../ui/index.ts'
import { ChangeVerdict } from './change-verdict.tsx'

/** The share of good ratings with its certainty, bad share and mean beside it, and the answers behind them. */
export function RatingHero({ ratings, figure }: { ratings: Ratings; figure: RatingFigure }) {
  const { t, f } = useWords()
  const { opening, change } = ratings
  if (opening === 'nps' || opening === 'free') return null
  return (
    <section className="card c12 hero" aria-label={t(`pulse.ratings.kind.${opening}`)}>
      <div className="hero-score">
        <div className="head">
          <h2>{t(`pulse.ratings.good.${opening}`)}</h2>
          <ChangeVerdict change={change} n={figure.n} />
        </div>
        <div className="score-row rating-row">
          <BigShare share={figure.good} />
          <Beside figure={figure} />
        </div>
        <p className="change quiet">{change ? <Change change={change} /> : t('pulse.nps.noBefore')}</p>
      </div>
      <div className="hero-bars">
        <div className="head">
          <h2>{t('pulse.ratings.bars', { from: figure.from, to: figure.to })}</h2>
          <span className="right small num">{t('shell.source.n', { n: f.count(figure.n) })}</span>
        </div>
        <Drawing
          chart={(width, words) =>
            ratingBars({ opening, from: figure.from, counts: figure.counts, width, height: 232 }, words)
          }
        />
      </div>
    </section>
  )
}

function BigShare({ share }: { share: ShareFigure }) {
  const { t, f } = useWords()
  const between = useBetween(share)
  return (
    <div>
      <Sourced source={{ n: share.n, interval: between, method: t('pulse.ratings.wilson') }}>
        <span className="big num">{f.percent(share.share, 0)}</span>
      </Sourced>
      <p className="small num">{between}</p>
    </div>
  )
}

function useBetween({ lower, upper }: { lower: number; upper: number }): string {
  const { t, f } = useWords()
  return t('pulse.ratings.between', { lower: f.percent(lower, 0), upper: f.percent(upper, 0) })
}

/** The bad share and the mean. */
function Beside({ figure: { bad, mean, meanInterval, n, from, to } }: { figure: RatingFigure }) {
  const { t, f } = useWords()
  const badBetween = useBetween(bad)
  const meanBetween =
    meanInterval &&
    t('pulse.ratings.between', { lower: f.number(meanInterval.lower, 2), upper: f.number(meanInterval.upper, 2) })
  const meanSource = meanBetween ? { n, interval: meanBetween, method: t('pulse.ratings.t') } : { n }
  return (
    <dl className="rating-facts">
      <div>
        <dt className="small">{t('pulse.ratings.badTitle')}</dt>
        <dd>
          <Sourced source={{ n: bad.n, interval: badBetween, method: t('pulse.ratings.wilson') }}>
            <b className="num">{f.percent(bad.share, 0)}</b>
          </Sourced>{' '}
          <span className="small num">{badBetween}</span>
        </dd>
      </div>
      <div>
        <dt className="small">{t('pulse.ratings.mean', { from, to })}</dt>
        <dd>
          <Sourced source={meanSource}>
            <b className="num">{f.number(mean, 2)}</b>
          </Sourced>{' '}
          <span className="small num">{meanBetween ?? t('pulse.ratings.noInterval')}</span>
        </dd>
      </div>
    </dl>
  )
}

function Change({ change }: { change: NonNullable<Ratings['change']> }) {
  const { t, f } = useWords()
  return t('pulse.ratings.change', {
    difference: f.signed(change.difference * 100, 0),
    lower: f.signed(change.lower * 100, 0),
    upper: f.signed(change.upper * 100, 0),
    p: f.p(change.p),
  })
}
