export { isotonic } from './isotonic.ts'
export { type ScoreOutcomes, type ScoreRow, type ScoreTable, scoreTable } from './score-table.ts'
