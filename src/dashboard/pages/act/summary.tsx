import type { Dossier, SummaryLine } from '../../../vocabulary/case.ts'
import { useWords } from '../../ui/index.ts'

/** "Before you write": sentences drawn by rules, each leading to where it comes from. */
export function Summary({ found }: { found: Dossier }) {
  const { t } = useWords()
  return (
    <section className="before" aria-label={t('cases.summary.title')}>
      <h3>
        {t('cases.summary.title')} <span className="small">{t('cases.summary.note')}</span>
      </h3>
      <ul>
        {found.summary.map(line => (
          <Sentence key={line.rule + line.sources.join()} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Sentence({ line }: { line: SummaryLine }) {
  const { t, f } = useWords()
  const { at, since, second, ...facts } = line.facts
  const dates = { ...(at ? { at: f.date(String(at)) } : {}), ...(since ? { since: f.month(String(since)) } : {}) }
  const sentence = t(`cases.summary.${line.rule}`, { ...facts, second: second || 'none', ...dates })
  const [first] = line.sources
  return (
    <li>
      {sentence}{' '}
      {first && (
        <a
          href={`#${first}`}
          className="small"
          onClick={event => showSources(event, line.sources)}
          title={t('cases.summary.source')}
        >
          <span aria-hidden="true">↓</span>
          <span className="hidden">{t('cases.summary.source')}</span>
        </a>
      )}
    </li>
  )
}

/** Scrolls to the first source and lights all of them for a moment. */
function showSources(event: React.MouseEvent, sources: string[]): void {
  event.preventDefault()
  const found = sources.map(id => document.getElementById(id)).filter(element => element !== null)
  found[0]?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  for (const element of found) {
    element.classList.add('lit')
    setTimeout(() => element.classList.remove('lit'), 2500)
  }
}
