// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  asknicely: () => import('./asknicely.ts'),
  delighted: () => import('./delighted.ts'),
  formbricks: () => import('./formbricks.ts'),
  generic: () => import('./generic.ts'),
  qualtrics: () => import('./qualtrics.ts'),
  retently: () => import('./retently.ts'),
  surveymonkey: () => import('./surveymonkey.ts'),
  typeform: () => import('./typeform.ts'),
  wootric: () => import('./wootric.ts'),
}
