/** The only values that a template gets. */
export type TemplateValues = { to: string; text: string; from: string }

/** Where a value lands decides how it is written: inside a JSON text, or in an address or form. */
export type TemplateKind = 'json' | 'form'

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

/** Puts the three values in, once and flatly: what stands in a value is never looked at again. */
export const fillTemplate = (template: string, values: TemplateValues, kind: TemplateKind): string =>
  template.replaceAll(PLACEHOLDER, (_all, name: string) => {
    const value = Object.hasOwn(values, name.trim()) ? values[name.trim() as keyof TemplateValues] : ''
    return kind === 'json'
      ? JSON.stringify(value).slice(1, -1)
      : encodeURIComponent(value.replaceAll(/\p{Cs}/gu, '\uFFFD'))
  })

/** Whether a template has no other placeholder, and in JSON none outside quotation marks, where a value would become structure. */
export function placeholdersFit(template: string, kind: TemplateKind): boolean {
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name?.trim() ?? '')
  if (!names.every(name => ['to', 'text', 'from'].includes(name))) return false
  if (kind === 'form') return true
  const bare = template.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
  return !bare.includes('{{')
}
