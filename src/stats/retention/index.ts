export { type AnsweringCustomer, type ClassInterval, classIntervals, groupColumns } from './class-over-time.ts'
export { compareRetention } from './compare-retention.ts'
export { type CoxFit, coxFit, coxWald } from './cox.ts'
export type { CoxInput } from './cox-design.ts'
export {
  type CurveOptions,
  kaplanMeier,
  kaplanMeierByGroup,
  type SurvivalCurve,
  survivalAt,
} from './kaplan-meier.ts'
export { type Followed, type LandmarkRetention, landmarkRetention } from './landmark.ts'
export { type LogRank, logRank } from './log-rank.ts'
export { type Proportionality, proportionality } from './proportionality.ts'
export { type RestrictedMean, restrictedMean, restrictedMeanDifference } from './restricted-mean.ts'
export { type Observed, riskTable } from './risk-table.ts'
