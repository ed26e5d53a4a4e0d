// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  api: () => import('./api.ts'),
  email: () => import('./email.ts'),
  kiosk: () => import('./kiosk.ts'),
  link: () => import('./link.ts'),
  paper: () => import('./paper.ts'),
  phone: () => import('./phone.ts'),
  sms: () => import('./sms.ts'),
  widget: () => import('./widget.ts'),
}
