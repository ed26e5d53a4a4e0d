import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AttributeRule, RuleTrial } from '../../../../vocabulary/attribute-rule.ts'
import { send } from '../../../api.ts'
import { useCalm } from '../../../shell/use-calm.ts'
import { Facts, Loaded, useWords } from '../../../ui/index.ts'

/** Whom a rule would give a value, and which values are usual, before it is saved. */
export function RuleTrialView({ rule }: { rule: AttributeRule }) {
  const { t, f } = useWords()
  const calm = useCalm(rule)
  const trial = useQuery({
    queryKey: ['attribute-rule-trials', calm],
    enabled: AttributeRule.safeParse(calm).success,
    queryFn: () => send('POST', '/attribute-rule-trials', { rule: calm }, RuleTrial),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="would" aria-label={t('attributeRules.trial')} aria-busy={trial.isPlaceholderData}>
      <Loaded of={trial} height={120}>
        {({ people, found, values }) => (
          <>
            <p role="status">
              <b>{t('attributeRules.would', { found, people: f.count(people) })}</b>
            </p>
            <Facts
              facts={values.map(one => [one.value, t('attributeRules.valueOf', { people: one.people })] as const)}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
