/**
 * What stands at a path such as `items[0].title` in a body; undefined where nothing does.
 * @example valueAt({ items: [{ title: 'Order' }] }, 'items[0].title') // => 'Order'
 */
export function valueAt(body: unknown, path: string): unknown {
  let place = body
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return undefined
    place = (place as Record<string, unknown>)[step]
  }
  return place
}

/** Every path in a body that holds a text, a number or a yes or no, with what it holds; at most 200. */
export function pathsIn(body: unknown, most = 200): { path: string; value: string }[] {
  const found: { path: string; value: string }[] = []
  const visit = (place: unknown, path: string) => {
    if (found.length >= most || place === null) return
    if (Array.isArray(place)) for (const [i, item] of place.slice(0, 3).entries()) visit(item, `${path}[${i}]`)
    else if (typeof place === 'object') {
      for (const [name, item] of Object.entries(place)) {
        // A name with a dot or a bracket cannot be told from a path.
        if (!/[.[\]\s]/.test(name)) visit(item, path ? `${path}.${name}` : name)
      }
    } else if (path && place !== undefined) found.push({ path, value: String(place).slice(0, 200) })
  }
  visit(body, '')
  return found
}
