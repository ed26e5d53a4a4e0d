// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  backup: () => import('./backup.ts'),
  calc: () => import('./calc.ts'),
  'config-print': () => import('./config-print.ts'),
  migrate: () => import('./migrate.ts'),
  restore: () => import('./restore.ts'),
  start: () => import('./start.ts'),
}
