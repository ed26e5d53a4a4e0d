import { type Matrix, zeros } from '../matrix/cholesky.ts'
import { at } from '../special/at.ts'
import type { CoxDesign } from './cox-design.ts'

/** Partial log-likelihood, its gradient and its negative second derivatives. */
export type CoxTerms = { logLikelihood: number; score: number[]; information: Matrix }

/** Weighted sums over a set of customers: Σw, Σwx, Σwxxᵀ. */
export type RiskSums = { total: number; first: number[]; second: Matrix }

const emptySums = (k: number): RiskSums => ({ total: 0, first: new Array<number>(k).fill(0), second: zeros(k) })

const add = (sums: RiskSums, row: number[], weight: number): void => {
  sums.total += weight
  for (let i = 0; i < row.length; i++) {
    const value = weight * at(row, i)
    sums.first[i] = at(sums.first, i) + value
    const target = sums.second[i] ?? []
    for (let j = 0; j <= i; j++) target[j] = at(target, j) + value * at(row, j)
  }
}

/** Adds up the likelihood from the last departure to the first, entering and removing customers on the way. */
export const coxTerms = (design: CoxDesign, beta: number[], ties: 'efron' | 'breslow'): CoxTerms => {
  const k = beta.length
  const terms: CoxTerms = { logLikelihood: 0, score: new Array<number>(k).fill(0), information: zeros(k) }
  eachDeparture(design, beta, (there, leaving) => addMoment(terms, there, leaving, ties))
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) (terms.information[j] ?? [])[i] = at(terms.information[i] ?? [], j)
  return terms
}

/** Those who leave at one moment: their sums, how many, their summed row and summed x·β. */
export type Leaving = { time: number; sums: RiskSums; count: number; rows: number[]; linear: number }

/** Calls `visit` at every moment somebody leaves, latest first, with the sums over all still at risk. */
export const eachDeparture = (
  design: CoxDesign,
  beta: number[],
  visit: (there: RiskSums, leaving: Leaving) => void,
): void => {
  const { time, left, start, byTime, byStart, columns } = design
  const k = beta.length
  const there = emptySums(k)
  const row = new Array<number>(k).fill(0)
  const weigh = (i: number): number => {
    let linear = 0
    for (let c = 0; c < k; c++) {
      const value = columns[c]?.[i] ?? 0
      row[c] = value
      linear += value * at(beta, c)
    }
    return linear
  }
  let entered = 0
  let removed = 0
  while (entered < byTime.length) {
    const moment = at(time, at(byTime, entered))
    const leaving: Leaving = { time: moment, sums: emptySums(k), count: 0, rows: row.map(() => 0), linear: 0 }
    for (; entered < byTime.length && at(time, at(byTime, entered)) === moment; entered++) {
      const i = at(byTime, entered)
      const linear = weigh(i)
      add(there, row, Math.exp(linear))
      if (at(left, i) === 0) continue
      add(leaving.sums, row, Math.exp(linear))
      leaving.count++
      leaving.linear += linear
      for (let c = 0; c < k; c++) leaving.rows[c] = at(leaving.rows, c) + at(row, c)
    }
    if (leaving.count === 0) continue
    for (; start && removed < byStart.length && at(start, at(byStart, removed)) >= moment; removed++)
      add(there, row, -Math.exp(weigh(at(byStart, removed))))
    visit(there, leaving)
  }
}

const addMoment = (terms: CoxTerms, there: RiskSums, leaving: Leaving, ties: 'efron' | 'breslow'): void => {
  const k = terms.score.length
  terms.logLikelihood += leaving.linear
  for (let i = 0; i < k; i++) terms.score[i] = at(terms.score, i) + at(leaving.rows, i)
  for (let l = 0; l < leaving.count; l++) {
    const share = ties === 'efron' ? l / leaving.count : 0
    const total = there.total - share * leaving.sums.total
    terms.logLikelihood -= Math.log(total)
    const mean = there.first.map((value, i) => (value - share * at(leaving.sums.first, i)) / total)
    for (let i = 0; i < k; i++) {
      terms.score[i] = at(terms.score, i) - at(mean, i)
      const target = terms.information[i] ?? []
      for (let j = 0; j <= i; j++) {
        const second = at(there.second[i] ?? [], j) - share * at(leaving.sums.second[i] ?? [], j)
        target[j] = at(target, j) + second / total - at(mean, i) * at(mean, j)
      }
    }
  }
}
