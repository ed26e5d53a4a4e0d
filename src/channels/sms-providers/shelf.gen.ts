// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  generic: () => import('./generic.ts'),
  seven: () => import('./seven.ts'),
  sinch: () => import('./sinch.ts'),
  twilio: () => import('./twilio.ts'),
  vonage: () => import('./vonage.ts'),
}
