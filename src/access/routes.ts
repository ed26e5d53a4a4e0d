import { accountRoutes } from './routes/account.ts'
import { entryRoutes } from './routes/entry.ts'
import { workspaceRoutes } from './routes/workspace.ts'

/** The addresses of this room. */
export const routes = [...entryRoutes, ...accountRoutes, ...workspaceRoutes]
