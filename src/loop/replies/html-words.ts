const GONE = /<(script|style|head|title|blockquote)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const QUOTES = /<div[^>]{0,300}(?:gmail_quote|moz-cite-prefix|yahoo_quoted|divRplyFwdMsg|appendonsend)[\s\S]*$/i
const BREAKS = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const MOST = 200_000

/** The words of a mail that has no plain text: tags away, quoted parts away; the HTML itself is never shown to anybody. */
export function htmlWords(html: string): string {
  return html
    .slice(0, MOST)
    .replace(QUOTES, '')
    .replaceAll(GONE, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(BREAKS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => signOf(name) ?? whole)
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
}

function signOf(name: string): string | null {
  const lower = name.toLowerCase()
  if (!lower.startsWith('#')) return ENTITIES[lower] ?? null
  const code = lower.startsWith('#x') ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1))
  return Number.isInteger(code) && code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null
}
