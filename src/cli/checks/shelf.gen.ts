// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  clock: () => import('./clock.ts'),
  'data-folder': () => import('./data-folder.ts'),
  database: () => import('./database.ts'),
  durability: () => import('./durability.ts'),
  'held-sending': () => import('./held-sending.ts'),
  'mail-server': () => import('./mail-server.ts'),
  'node-version': () => import('./node-version.ts'),
  'public-address': () => import('./public-address.ts'),
  'request-role': () => import('./request-role.ts'),
  schema: () => import('./schema.ts'),
  'sender-domains': () => import('./sender-domains.ts'),
  settings: () => import('./settings.ts'),
  'worked-on': () => import('./worked-on.ts'),
}
