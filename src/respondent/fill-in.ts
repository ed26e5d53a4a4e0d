/** The only placeholders that a wording may have. */
export type FillIns = { company: string; first_name: string }

const PLACEHOLDER = /\{\{([^{}]{0,100})\}\}/g

/** Puts the values into `{{company}}` and `{{first_name}}`, once and flatly; anything else in double braces becomes empty. */
export const fillIn = (text: string, values: FillIns): string =>
  text.replace(PLACEHOLDER, (_, name: string) => filling(name.trim(), values))

/** Names in double braces that no value will ever fill, for hints in the editor. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)]
    .map(([, name]) => (name ?? '').trim())
    .filter(name => !/^(company|first_name)$/.test(name))

const filling = (name: string, values: FillIns): string =>
  name === 'company' || name === 'first_name' ? values[name] : ''
