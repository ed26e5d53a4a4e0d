export { type Keyness, type KeyWord, keyness, keyWords, type WordCounts } from './keyness.ts'
export { type LogOdds, logOdds } from './log-odds.ts'
export { type ThemeImpact, themeImpacts } from './theme-impact.ts'
