export { type EarnedGrowth, earnedGrowth, type GrowthFigures } from './earned-growth.ts'
export { referralCoefficient, referralShare } from './referrals.ts'
