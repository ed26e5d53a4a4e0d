import type { AttributeOrigin } from '../../../vocabulary/attribute-rule.ts'
import type { Person } from '../../../vocabulary/person.ts'
import { useAttributeTitles, useTitles } from '../../shell/attribute-titles.ts'
import { Card, Facts, useWords } from '../../ui/index.ts'

/** What is stored of a person, and whether they may be asked. */
export function PersonFacts({ person }: { person: Person }) {
  const { t, f, language } = useWords()
  const titles = useTitles(useAttributeTitles())
  const nameOf = (type: 'language' | 'region', code: string | null) =>
    code ? new Intl.DisplayNames([language], { type }).of(code) : null
  const facts = [
    [t('people.email'), person.email],
    [t('people.phone'), person.phone],
    [t('people.language'), nameOf('language', person.language)],
    [t('people.country'), nameOf('region', person.country)],
    [t('people.basis.title'), t(`people.basis.${person.basis}`)],
    [t('cases.facts.mayContact'), t(`cases.facts.${person.reachability}`)],
    [t('people.externalId'), person.externalId],
    [t('people.addedAt'), f.date(person.createdAt)],
    ...Object.entries(person.attributes).map(
      ([name, value]) =>
        [titles.attribute(name), <Attribute key={name} value={value} origin={person.origins[name]} />] as const,
    ),
  ] as const
  return (
    <Card title={t('people.about')}>
      <Facts facts={facts} />
    </Card>
  )
}

/** A value, and where it came from when no import or form gave it. */
function Attribute({ value, origin }: { value: unknown; origin: AttributeOrigin | undefined }) {
  const { t, f } = useWords()
  if (!origin) return String(value)
  const date = origin.at ? f.date(origin.at) : ''
  return (
    <>
      {String(value)}
      <br />
      <span className="small quiet">
        {t(`attributeRules.origins.${origin.source}`, { date, survey: origin.surveyName ?? '' })}
      </span>
    </>
  )
}
