import type { KioskConfig } from './config.ts'
import { runKiosk } from './kiosk.ts'

const CACHE = 'echolot-kiosk'

/** Keeps page and script on the device, so that a reload without network shows them. */
async function stayOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/k/worker.js', { scope: '/k/' })
  await navigator.serviceWorker.ready
  const cache = await caches.open(CACHE)
  await cache.addAll([location.pathname, '/k/kiosk.js'])
  document.documentElement.dataset.offline = 'ready'
}

/** The screen stays on where the browser lets us; asked again whenever the page comes back. */
function stayAwake(): void {
  const ask = () =>
    document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => undefined)
  document.addEventListener('visibilitychange', ask)
  ask()
}

const config: KioskConfig = JSON.parse(document.getElementById('config')?.textContent ?? '{}')
const [main, foot] = [document.querySelector('main'), document.querySelector<HTMLElement>('footer p')]
if (main && foot) void runKiosk(config, main, foot)
// A browser fills the screen only after a touch.
addEventListener('pointerdown', () => document.documentElement.requestFullscreen?.().catch(() => undefined), {
  once: true,
})
stayAwake()
stayOffline().catch(() => undefined)
