export { recallPulse } from './recall-pulse.ts'
export { readRailCounts } from './surroundings.ts'
export { readAttributeTrends } from './trend.ts'
