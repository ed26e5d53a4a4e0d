/** A customer whose class may change with every answer. */
export type AnsweringCustomer = {
  /** Moment the customer came, in any one unit of time. */
  since: number
  /** Moment the customer left; null while still there. */
  leftAt: number | null
  /** Moment up to which the customer was watched. */
  seenUntil: number
  answers: readonly { at: number; group: string }[]
}

/** A stretch of time in one class; `status` 1 where the customer left at its end. */
export type ClassInterval = { start: number; time: number; status: 0 | 1; group: string }

/**
 * Cuts a customer's history into stretches (start, time] of one class each, on the clock since the customer came:
 * the class of an answer counts only from its moment on, `before` until the first. Feed the stretches to `coxFit`
 * or `kaplanMeierByGroup` as `start`, `time`, `status`, `group`. Answers at or after leaving are ignored.
 * Throws RangeError when the end does not lie after the beginning.
 * Source: Therneau & Grambsch (2000), Modeling Survival Data, 3.7; Simon & Makuch (1984) for the curves.
 * @example classIntervals({ since: 0, leftAt: 9, seenUntil: 12, answers: [{ at: 4, group: 'passive' }] }).map(row => row.group) // => ["none", "passive"]
 */
export const classIntervals = (customer: AnsweringCustomer, before = 'none'): ClassInterval[] => {
  const left = customer.leftAt !== null && customer.leftAt <= customer.seenUntil
  const end = (left ? (customer.leftAt ?? 0) : customer.seenUntil) - customer.since
  if (!(end > 0)) throw new RangeError('a customer must be seen for longer than no time at all')
  const answers = customer.answers
    .map(answer => ({ at: Math.max(0, answer.at - customer.since), group: answer.group }))
    .filter(answer => answer.at < end)
    .sort((a, b) => a.at - b.at)
  const intervals: ClassInterval[] = []
  let current = { at: 0, group: before }
  for (const answer of answers) {
    if (answer.at > current.at) intervals.push({ start: current.at, time: answer.at, status: 0, group: current.group })
    current = answer
  }
  intervals.push({ start: current.at, time: end, status: left ? 1 : 0, group: current.group })
  return intervals
}

/**
 * One 0/1 column per group but the `reference`, for `coxFit`.
 * @example groupColumns(['a', 'b', 'a'], 'b') // => { a: [1, 0, 1] }
 */
export const groupColumns = (group: readonly string[], reference: string): Record<string, number[]> =>
  Object.fromEntries(
    [...new Set(group)]
      .filter(name => name !== reference)
      .map(name => [name, group.map(own => (own === name ? 1 : 0))]),
  )
