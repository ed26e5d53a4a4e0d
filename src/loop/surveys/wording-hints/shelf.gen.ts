// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {
  'anonymous-claim': () => import('./anonymous-claim.ts'),
  begging: () => import('./begging.ts'),
  'company-name': () => import('./company-name.ts'),
  'double-question': () => import('./double-question.ts'),
  'leading-words': () => import('./leading-words.ts'),
  length: () => import('./length.ts'),
  'many-questions': () => import('./many-questions.ts'),
  negation: () => import('./negation.ts'),
  'not-translated': () => import('./not-translated.ts'),
  'review-gating': () => import('./review-gating.ts'),
  'reward-for-score': () => import('./reward-for-score.ts'),
  'scale-ends': () => import('./scale-ends.ts'),
  'unknown-placeholder': () => import('./unknown-placeholder.ts'),
  'unreachable-question': () => import('./unreachable-question.ts'),
}
