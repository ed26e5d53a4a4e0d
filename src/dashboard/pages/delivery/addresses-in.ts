/** The mail addresses of a text or CSV file: of each line the first cell that is one. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text.split(/\r\n|\r|\n/).flatMap(line => {
      const cell = line
        .split(/[,;\t]/)
        .map(one => one.trim().replace(/^["'<]+|["'>]+$/g, ''))
        .find(one => /^\S+@\S+$/.test(one))
      return cell ? [cell] : []
    }),
  ),
]
