import { Refusal } from '../vocabulary/index.ts'

/** Refuses a change that another site makes a signed-in browser send (browsers say where a request comes from). */
export function checkOrigin(request: Request, publicUrl: string): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new Refusal('origin_foreign')
  if (site === null && origin !== null && !isOwnOrigin(origin, request, publicUrl)) throw new Refusal('origin_foreign')
}

// Beside the public address the address of the request itself counts: a browser sets both, a foreign page neither.
function isOwnOrigin(origin: string, request: Request, publicUrl: string): boolean {
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'))
}
