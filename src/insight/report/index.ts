export { htmlReport } from './html/index.ts'
export { reportFile } from './report-file.ts'
export { routes } from './routes.ts'
