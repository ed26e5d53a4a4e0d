/** The only names that a wording may put in double braces. */
export const PLACEHOLDERS = ['company', 'first_name'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const BRACES = /\{\{([^{}]{0,100})\}\}/g

/** Puts the values into `{{company}}` and `{{first_name}}`, once and flatly; anything else in double braces becomes empty. */
export const fillPlaceholders = (text: string, values: Record<Placeholder, string>): string =>
  text.replace(BRACES, (_, name: string) => {
    const known = PLACEHOLDERS.find(placeholder => placeholder === name.trim())
    return known ? values[known] : ''
  })

/** Names in double braces that nothing will ever fill, for hints in the editor. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(BRACES)]
    .map(([, name]) => (name ?? '').trim())
    .filter(name => !PLACEHOLDERS.some(known => known === name))
