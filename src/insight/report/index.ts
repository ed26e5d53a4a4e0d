export { htmlReport } from './html/index.ts'
export { reportFile } from './report-file.ts'
