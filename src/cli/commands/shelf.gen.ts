// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  calc: () => import('./calc.ts'),
  'config-print': () => import('./config-print.ts'),
  start: () => import('./start.ts'),
}
