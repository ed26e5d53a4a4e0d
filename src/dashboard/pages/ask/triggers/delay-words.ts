import type { Speak } from '../../../../languages/index.ts'
import type { Trigger } from '../../../../vocabulary/trigger.ts'

/** How much later a trigger asks, in days where it can. */
export const delayWords = (hours: number, t: Speak): string =>
  hours > 0 && hours % 24 === 0
    ? t('waves.triggers.daysLater', { days: hours / 24 })
    : t('waves.triggers.later', { hours })

/** What a trigger listens to. */
export const listensTo = ({ touchpointKind, states }: Trigger, t: Speak): string =>
  t('waves.triggers.listens', {
    kind: t(`waves.kinds.${touchpointKind}`),
    states: states.length > 0 ? states.join(', ') : t('waves.triggers.anyState'),
  })
