/** The page and script of a kiosk from the network, or as they were when there is none; answers are not its affair. */
const CACHE = 'echolot-kiosk'

type Fetching = Event & { request: Request; respondWith: (reply: Promise<Response>) => void }
type Living = Event & { waitUntil: (work: Promise<unknown>) => void }
const worker = self as unknown as { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } }

addEventListener('install', event => (event as Living).waitUntil(worker.skipWaiting()))
addEventListener('activate', event => (event as Living).waitUntil(worker.clients.claim()))
addEventListener('fetch', event => {
  const { request, respondWith } = event as Fetching
  if (request.method === 'GET') respondWith.call(event, fromNetwork(request))
})

async function fromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const reply = await fetch(request)
    if (reply.ok) await cache.put(request, reply.clone())
    return reply
  } catch {
    return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? Response.error()
  }
}
