// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  backup: () => import('./backup.ts'),
  calc: () => import('./calc.ts'),
  'config-print': () => import('./config-print.ts'),
  doctor: () => import('./doctor.ts'),
  import: () => import('./import.ts'),
  link: () => import('./link.ts'),
  migrate: () => import('./migrate.ts'),
  report: () => import('./report.ts'),
  restore: () => import('./restore.ts'),
  start: () => import('./start.ts'),
}
