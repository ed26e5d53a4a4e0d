export { reportFile } from './report-file.ts'
