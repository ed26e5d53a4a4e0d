import type { z } from 'zod'
import type { Figures } from '../../../../languages/figures.ts'
import { RollingPlan } from '../../../../vocabulary/rolling-plan.ts'
import { Trigger } from '../../../../vocabulary/trigger.ts'

/** What asks by itself, again and again. */
export type Series = RollingPlan | Trigger

/** A kind of series: its `place` on the pages and among the words, and its `list` in the API. */
export type SeriesKind<S extends Series = Series> = {
  place: 'rolling' | 'triggers'
  list: 'rolling-plans' | 'triggers'
  shape: z.ZodType<S>
  idOf: (series: S) => string
}

export const ROLLING: SeriesKind<RollingPlan> = {
  place: 'rolling',
  list: 'rolling-plans',
  shape: RollingPlan,
  idOf: plan => plan.planId,
}
export const TRIGGERS: SeriesKind<Trigger> = {
  place: 'triggers',
  list: 'triggers',
  shape: Trigger,
  idOf: trigger => trigger.triggerId,
}

/** What a list of series comes to, for its headline. */
export const findingOf = (list: Series[], f: Figures) => ({
  running: list.filter(({ startedAt }) => startedAt !== null).length,
  asked: list.reduce((sum, { turns }) => sum + turns.asked, 0),
  answered: f.count(list.reduce((sum, { answered }) => sum + answered, 0)),
})

/** What everybody may choose of a series: its own facts without what the product knows of it. */
export type WishOf<S extends Series> = Omit<
  S,
  'planId' | 'triggerId' | 'surveyId' | 'surveyName' | 'startedAt' | 'turns' | 'answered'
>
