import { Link } from '@tanstack/react-router'
import { languageOf } from '../../../languages/index.ts'
import type { Dossier } from '../../../vocabulary/case.ts'
import { ScoreTag, useWords } from '../../ui/index.ts'
import { AskedWords } from '../listen/asked-words.tsx'
import { CaseFacts } from './case-facts.tsx'
import { Notes } from './notes.tsx'
import { Others } from './others.tsx'
import { Summary } from './summary.tsx'
import { TimeLine } from './time-line.tsx'
import { channelText, nameOf } from './who.ts'

/** What the customer said, what to know before writing, everything before, and what colleagues noted. */
export function DossierPane({ found, onRead }: { found: Dossier; onRead: () => void }) {
  const { t } = useWords()
  return (
    <article aria-label={nameOf(found, t)}>
      <Heading found={found} />
      <Others found={found} />
      <Quote found={found} />
      <Summary found={found} />
      <div className="facts-inside">
        <CaseFacts found={found} />
      </div>
      <h2 className="section" id="time-line">
        {t('cases.timeLine.title')}
      </h2>
      <TimeLine entries={found.timeLine} onEnd={onRead} />
      <Notes found={found} />
    </article>
  )
}

function Heading({ found }: { found: Dossier }) {
  const { t, f, language } = useWords()
  const { person } = found
  const spoken = person?.language && new Intl.DisplayNames([language], { type: 'language' }).of(person.language)
  const country = person?.country && new Intl.DisplayNames([language], { type: 'region' }).of(person.country)
  const facts = [
    country,
    person && t('cases.dossier.known', { date: f.month(found.timeLine.at(-1)?.occurredAt ?? person.createdAt) }),
    spoken,
  ]
  return (
    <header className="case-head">
      <ScoreTag answer={found} />
      <div>
        <h2 className="case-name">{nameOf(found, t)}</h2>
        <p className="small">
          {found.personName && found.company && (
            <>
              <bdi>{found.company}</bdi> ·{' '}
            </>
          )}
          {facts.filter(Boolean).join(' · ')}
          {found.personId && (
            <>
              {' · '}
              <Link to={'/people/$personId' as never} params={{ personId: found.personId } as never}>
                {t('cases.dossier.person')}
              </Link>
            </>
          )}
          {!found.personId && t('cases.dossier.unknownPerson')}
        </p>
      </div>
    </header>
  )
}

const QUOTES = { en: ['“', '”'], de: ['„', '“'], fi: ['”', '”'] } as const

function Quote({ found }: { found: Dossier }) {
  const { t, f, language } = useWords()
  const { response } = found
  const [open, close] = QUOTES[languageOf(response.language, language)]
  return (
    <div className="said">
      {response.comment ? (
        <blockquote lang={response.language ?? undefined}>
          {open}
          {response.comment}
          {close}
        </blockquote>
      ) : (
        <p className="quiet">{t('cases.dossier.noComment')}</p>
      )}
      <p className="small">
        <bdi>{response.surveyName}</bdi>, {f.moment(response.answeredAt)}, {channelText(response.channel, t)}
      </p>
      <AskedWords asked={response.asked} />
    </div>
  )
}
