/** An element with its properties and parts. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  set: Partial<HTMLElementTagNameMap[K]> = {},
  parts: (Node | string)[] = [],
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), set)
  element.append(...parts)
  return element
}
