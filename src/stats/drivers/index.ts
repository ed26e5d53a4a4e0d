export type { DriverAnswers } from './correlations.ts'
export { type ImportanceInterval, type ImportanceOptions, importanceIntervals } from './importance-intervals.ts'
export { johnsonWeights } from './johnson.ts'
export { type RelativeImportance, relativeImportance } from './relative-importance.ts'
