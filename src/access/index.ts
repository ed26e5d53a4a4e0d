export { checkAdminSomewhere } from './admin-somewhere.ts'
export { linkFor } from './change-password.ts'
export { docsPages } from './docs-pages.ts'
export {
  account,
  type Caller,
  change,
  type Download,
  download,
  type Endpoint,
  look,
  open,
  upload,
  watch,
} from './endpoint.ts'
export { forgetting } from './forget-ended.ts'
export { mount } from './mount.ts'
export { openapi } from './openapi.ts'
export { pageCaller } from './page-caller.ts'
export type { Words } from './problem.ts'
export { routes } from './routes.ts'
export { setUpLink } from './set-up.ts'
