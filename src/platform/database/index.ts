export { APP_ROLE, Database, type Scope } from './database.ts'
export { migrate, migrationNames, pendingMigrations, SchemaProblem } from './migrate.ts'
export type { Tables } from './tables.gen.ts'
export type { Reader, Tx } from './types.ts'
