import { useCalm } from '../../../shell/use-calm.ts'
import { Loaded, useWords } from '../../../ui/index.ts'
import { useTriggerTrial } from '../use-asking.ts'
import type { TriggerWish } from './trigger-fields.tsx'

/** What a trigger would have heard of in the last months, before it is saved. */
export function TriggerTrialView({ trigger }: { trigger: TriggerWish }) {
  const { t } = useWords()
  const { touchpointKind, states } = useCalm(trigger)
  const trial = useTriggerTrial({ touchpointKind, states })
  return (
    <section className="would" aria-label={t('waves.triggers.trial')} aria-busy={trial.isPlaceholderData}>
      <Loaded of={trial} height={48}>
        {({ states, ...counts }) => (
          <>
            <p role="status">
              <b>{t('waves.triggers.would', counts)}</b>
            </p>
            {states.length > 0 && (
              <p className="small">{t('waves.triggers.occurring', { states: states.join(', ') })}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
