import { ratingBars } from '../../../charts/index.ts'
import { isTooFew } from '../../../stats/index.ts'
import type { QuestionFigure } from '../../../vocabulary/index.ts'
import { Card, Drawing, Sourced, Table, useWords, Verdict } from '../../ui/index.ts'
import type { PulseFilters } from './filters.ts'
import { useQuestionFigures } from './use-ratings.ts'

/** A card for each question after the first of the chosen survey. */
export function QuestionCards({ filters }: { filters: PulseFilters }) {
  const { t } = useWords()
  const found = useQuestionFigures(filters).data
  if (!filters.survey || !found || found.questions.length === 0) return null
  return (
    <section className="questions" aria-labelledby="further-questions">
      <h2 id="further-questions">{t('pulse.questions.title')}</h2>
      <div className="grid">
        {found.questions.map(question => (
          <QuestionCard key={question.questionId} question={question} />
        ))}
      </div>
    </section>
  )
}

function QuestionCard({ question }: { question: QuestionFigure }) {
  const { t, f } = useWords()
  const { n, hidden } = question
  return (
    <Card
      title={question.text}
      aside={n > 0 && <span className="num">{t('pulse.questions.n', { n: f.count(n) })}</span>}
      span={6}
    >
      {n === 0 && <p className="quiet">{t(hidden ? 'pulse.questions.hidden' : 'pulse.questions.nobody')}</p>}
      {n > 0 && question.nps && <NetScore nps={question.nps} />}
      {n > 0 && question.rating && <Rated question={question} rating={question.rating} />}
      {n > 0 && question.options.length > 0 && <Options question={question} />}
      {n > 0 && isTooFew(n) && question.kind !== 'free' && <Verdict kind="unknown" />}
      {question.words.length > 0 && (
        <ul className="lines">
          {numbered(question.words).map(({ place, text, language }) => (
            <li key={place} className="words-line" lang={language ?? undefined}>
              <bdi>{t('shell.quote', { text })}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Two people may say the same words. */
const numbered = (words: QuestionFigure['words']) => words.map((word, place) => ({ ...word, place }))

function NetScore({ nps }: { nps: NonNullable<QuestionFigure['nps']> }) {
  const { t, f } = useWords()
  const values = { nps: f.number(nps.nps, 0), lower: f.number(nps.lower, 0), upper: f.number(nps.upper, 0) }
  return <p className="num">{t('pulse.questions.nps', values)}</p>
}

type Rating = NonNullable<QuestionFigure['rating']>

function Rated({ question, rating }: { question: QuestionFigure; rating: Rating }) {
  const { t, f } = useWords()
  const { good, from, counts } = rating
  const between = t('pulse.ratings.between', { lower: f.percent(good.lower, 0), upper: f.percent(good.upper, 0) })
  return (
    <>
      <p>
        {t('pulse.ratings.goodTitle')}{' '}
        <Sourced source={{ n: good.n, interval: between, method: t('pulse.ratings.wilson') }}>
          <b className="num">{f.percent(good.share, 0)}</b>
        </Sourced>{' '}
        <span className="small num">{between}</span>
      </p>
      <Drawing
        chart={(width, words) => ratingBars({ opening: question.kind, from, counts, width, height: 170 }, words)}
      />
    </>
  )
}

function Options({ question }: { question: QuestionFigure }) {
  const { t, f } = useWords()
  return (
    <Table
      caption={question.text}
      rows={question.options}
      keyOf={row => row.option}
      columns={[
        { title: t('pulse.questions.option'), cell: row => row.label },
        {
          title: t('pulse.questions.chosen'),
          figure: true,
          cell: ({ share }) => {
            const between = t('pulse.ratings.between', {
              lower: f.percent(share.lower, 0),
              upper: f.percent(share.upper, 0),
            })
            return (
              <Sourced source={{ n: share.n, interval: between, method: t('pulse.ratings.wilson') }}>
                <b className="num">{f.percent(share.share, 0)}</b>{' '}
                <span className="small num">({f.count(share.count)})</span>
              </Sourced>
            )
          },
        },
      ]}
    />
  )
}
