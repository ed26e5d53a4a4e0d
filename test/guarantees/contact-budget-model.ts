import fc from 'fast-check'
import { decide } from '../../src/loop/messages/decide.ts'
import { BUDGETED_PURPOSES, ContactRules, type MessagePurpose } from '../../src/vocabulary/index.ts'
import { type Action, type House, type Letter, reduce } from './_contact-reducer.ts'
import { agrees, asks, inWindow, takes, timeOfDay } from './_contact-rules.ts'

export const guarantee = 'G5–G7'
export const promise =
  'In no history of plans, objections, crashes, lost leases and jumping clocks does anybody hear more than the limit, at night, twice, or after an objection.'
export const small = { histories: 3000, seed: 7 }
export const long = { histories: 100_000, seed: 7 }

const DAY = 86_400_000
const PURPOSES: MessagePurpose[] = ['case_reply', ...BUDGETED_PURPOSES]

/** What was seen beside the house: who passed the gate when, which dots were set, who had objected. */
type Seen = { house: House; passed: Letter[]; dots: Map<number, number>; disagreements: number }

/** One step of a history as fast-check drives it: the reducer goes on, and what it did is judged. */
class Step implements fc.Command<object, Seen> {
  readonly actions: Action[]
  constructor(actions: Action[]) {
    this.actions = actions
  }
  check = () => true
  run(_model: object, seen: Seen): void {
    for (const action of this.actions) {
      const before = seen.house
      seen.house = reduce(before, action, (facts, at) => {
        const decision = decide(facts, at)
        if (!agrees(decision, facts, at)) seen.disagreements += 1
        return decision
      })
      judge(seen, before, action)
    }
  }
  toString = () => JSON.stringify(this.actions)
}

function judge(seen: Seen, before: House, action: Action): void {
  if (seen.disagreements > 0) throw new Error('decide.ts and the table of rules disagree')
  if (action.do === 'dot') noteDot(seen, before)
  if (action.do !== 'gate') return
  for (const letter of seen.house.letters) {
    if (letter.state !== 'gate' || before.letters[letter.id]?.state === 'gate') continue
    mayPass(seen, letter)
    seen.passed.push(letter)
  }
}

function noteDot(seen: Seen, before: House): void {
  for (const letter of seen.house.letters) {
    if (letter.state !== 'accepted' || before.letters[letter.id]?.state === 'accepted') continue
    const times = (seen.dots.get(letter.id) ?? 0) + 1
    seen.dots.set(letter.id, times)
    if (times > 1) throw new Error('a message was brought out twice')
  }
}

function mayPass({ house, passed }: Seen, letter: Letter): void {
  const { rules, limit, days, clock, zone } = house
  if (passed.some(other => other.id === letter.id)) throw new Error('a message passed the gate twice')
  if (!asks(letter.purpose)) return
  if (house.objected.has(`${letter.person} ${letter.channel}`)) throw new Error('a message left after an objection')
  if ((house.pausedUntil.get(letter.person) ?? 0) > clock) throw new Error('a message left in a break')
  if (inWindow(timeOfDay(new Date(clock), zone), rules.quiet[letter.channel]))
    throw new Error('a message left at night')
  const near = passed.filter(o => o.person === letter.person && Math.abs((o.gatedAt ?? 0) - clock) < days * DAY)
  if (
    takes(letter.purpose, rules) &&
    near.filter(o => takes(o.purpose, rules) && (o.gatedAt ?? 0) <= clock).length >= limit
  ) {
    throw new Error('a person heard more than the limit')
  }
}

const person = fc.nat(2)
const worker = fc.nat(1)
const channel = fc.constantFrom('email' as const, 'sms' as const)
const minutes = fc.constantFrom(1, 2, 5, 30, 240, 720, 1440, 4320, 21_600, 43_201)
const shifts = fc.constantFrom(-1440, -60, -4, 4, 60, 1440)
const plan = fc.record({
  ...{ do: fc.constant('plan' as const), person, channel, purpose: fc.constantFrom(...PURPOSES) },
  afterHours: fc.constantFrom(0, 0, 0, 1, 30, 200),
})
const of = (name: 'claim' | 'gate' | 'dot' | 'crash') => fc.record({ do: fc.constant(name), worker })
/** A message on its whole way, as most go. */
const whole = worker.map(by => (['claim', 'gate', 'dot'] as const).map(name => ({ do: name, worker: by })))
/** The same action twice in a row: an event that is delivered again, a button pressed again. */
const twice = (one: fc.Arbitrary<Action>) => fc.tuple(one, fc.boolean()).map(([it, again]) => (again ? [it, it] : [it]))
const step: fc.Arbitrary<Action[]> = fc.oneof(
  { weight: 9, arbitrary: plan.map(one => [one]) },
  { weight: 14, arbitrary: whole },
  { weight: 2, arbitrary: twice(of('claim')) },
  { weight: 2, arbitrary: twice(of('gate')) },
  { weight: 2, arbitrary: twice(of('dot')) },
  { weight: 1, arbitrary: twice(of('crash')) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes }).map(one => [one]) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shift' as const), minutes: shifts }).map(one => [one]) },
  { weight: 1, arbitrary: twice(fc.record({ do: fc.constant('object' as const), person, channel })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ do: fc.constant('pause' as const), person, days: fc.constantFrom(1, 180) })
      .map(one => [one]),
  },
)
const settings = fc.record({
  limit: fc.constantFrom(1, 1, 2),
  days: fc.constantFrom(7, 30),
  followUpsCount: fc.boolean(),
  zone: fc.constantFrom('Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
})

const emptyHouse = (given: { limit: number; days: number; followUpsCount: boolean; zone: string }): House => ({
  ...{ clock: Date.parse('2026-03-27T11:00:00Z'), ticks: 0, limit: given.limit, days: given.days, zone: given.zone },
  rules: ContactRules.parse({ followUpsCount: given.followUpsCount, holidaysAreQuiet: false }),
  ...{ fences: 0, letters: [], objected: new Set(), pausedUntil: new Map(), hands: new Map() },
})

/** Histories as commands of fast-check; a failure is shrunk to the shortest history that still breaks a promise. */
export async function run({ histories, seed }: { histories: number; seed: number }) {
  const began = performance.now()
  let gates = 0
  const steps = fc.commands([step.map(actions => new Step(actions))], { maxCommands: 50, size: 'max' })
  const property = fc.property(settings, steps, (given, commands) => {
    const seen: Seen = { house: emptyHouse(given), passed: [], dots: new Map(), disagreements: 0 }
    fc.modelRun(() => ({ model: {}, real: seen }), commands)
    gates += seen.passed.length
  })
  const result = fc.check(property, { numRuns: histories, seed, endOnFailure: true })
  const seconds = Math.round((performance.now() - began) / 1000)
  return {
    name: 'contact budget, generated histories',
    runs: result.numRuns,
    failures: result.failed ? 1 : 0,
    seed,
    detail: result.failed
      ? `${result.errorInstance}: ${result.counterexample?.[1]}`.slice(0, 400)
      : `${gates.toLocaleString('en')} messages passed the gate in ${seconds} s; decide.ts agreed with the table of rules each time`,
  }
}
