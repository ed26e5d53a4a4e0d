const exactly = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** The pages on which the widget may appear, as one pattern over addresses: `/shop/*`, or with the host `https://a.example/*`. */
export const pagePattern = (pages: readonly string[]): string =>
  pages
    .map(page => page.split('*').map(exactly))
    .map(parts =>
      parts[0]?.includes('://') ? `^${parts.join('.*')}$` : `^[^/]+//[^/]+${parts.join('[^?#]*')}([?#]|$)`,
    )
    .join('|')
