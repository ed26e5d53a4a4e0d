import { npsIntervalLine, scoreBars } from '../../../charts/index.ts'
import { answersNeeded, tallyOf } from '../../../stats/index.ts'
import type { Pulse } from '../../../vocabulary/index.ts'
import { Drawing, Phrase, PLACE, Sourced, useWords } from '../../ui/index.ts'
import { ChangeVerdict } from './change-verdict.tsx'

type Against = 'before' | 'year' | 'none'

/** The score with its certainty on the left, the eleven answers behind it on the right: the heaviest thing on the page. */
export function HeroCard({ pulse, against }: { pulse: Pulse; against: Against }) {
  const { t, f } = useWords()
  return (
    <section className="card c12 hero" aria-label={t('pulse.nps.title')}>
      <div className="hero-score">
        <div className="head">
          <h2>{t('pulse.nps.title')}</h2>
          <ChangeVerdict change={pulse.change} n={pulse.now?.n} />
        </div>
        <Score pulse={pulse} against={against} />
        <ChangeLine pulse={pulse} against={against} />
      </div>
      <div className="hero-bars">
        <div className="head">
          <h2>{t('pulse.bars.title')}</h2>
          <span className="right small num">{t('shell.source.n', { n: f.count(pulse.now?.n ?? 0) })}</span>
        </div>
        <Drawing chart={(width, words) => scoreBars({ counts: pulse.counts, width, height: 232 }, words)} />
      </div>
    </section>
  )
}

function Score({ pulse, against }: { pulse: Pulse; against: Against }) {
  const { t, f } = useWords()
  const { now, earlier } = pulse
  if (!now) return null
  const between = t('pulse.nps.between', { lower: f.number(now.lower, 0), upper: f.number(now.upper, 0) })
  const method = t('pulse.method.name', {
    method: t(now.method === 'score' ? 'pulse.method.score' : 'pulse.method.adjustedWald'),
  })
  const before = earlier && { ...earlier, label: t('pulse.nps.against', { against }) }
  return (
    <div className="score-row">
      <div>
        <Sourced source={{ n: now.n, interval: between, method }}>
          <span className="big num">{f.number(now.nps, 0)}</span>
        </Sourced>
        <div className="small num">{between}</div>
      </div>
      <Drawing chart={(width, words) => npsIntervalLine({ now, before, width }, words)} table={false} />
    </div>
  )
}

/** The change in points with its interval; where it is none, how many answers would tell. */
function ChangeLine({ pulse, against }: { pulse: Pulse; against: Against }) {
  const { t, f } = useWords()
  const { change, earlier, now } = pulse
  if (!change || !earlier || !now) {
    return <p className="small change">{t(against === 'none' ? 'pulse.nps.noComparison' : 'pulse.nps.noBefore')}</p>
  }
  const values = {
    before: f.number(earlier.nps, 0),
    n: f.count(earlier.n),
    lower: f.signed(change.lower, 1),
    upper: f.signed(change.upper, 1),
    p: f.p(change.p),
  }
  const needed = change.verdict === 'noise' ? neededAnswers(pulse) : null
  return (
    <p className="small change">
      <Phrase text={t('pulse.nps.change', { ...values, difference: PLACE })}>
        <Sourced
          source={{ n: now.n + earlier.n, interval: t('pulse.nps.between', values), method: t('pulse.because.real') }}
        >
          <b className="num">{f.signed(change.difference, 1)}</b>
        </Sourced>
      </Phrase>{' '}
      {needed && t('pulse.nps.needed', { n: needed })}
    </p>
  )
}

/** Answers in each period whose difference would have a margin as small as what was seen; null where that is hopeless. */
function neededAnswers(pulse: Pulse): number | null {
  const difference = Math.abs(pulse.change?.difference ?? 0) / 100
  if (difference < 0.01 || !pulse.now) return null
  const { promoters, detractors } = tallyOf(pulse.counts)
  const shares = { promoter: promoters / pulse.now.n, detractor: detractors / pulse.now.n }
  // The margin of a difference of two equal samples is √2 times that of one.
  const needed = answersNeeded(difference / Math.SQRT2, shares)
  return needed > 0 && needed < 100_000 ? needed : null
}
