// Finds Chromium for the browser journeys; installs it by the means of the system where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  process.env.ECHOLOT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const findBrowser = () => PLACES.find(place => place && existsSync(place)) ?? null

/** The path of a Chromium, after an attempt to install one; null (and one line that says what is missing) otherwise. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log('Installing Chromium for the browser journeys (apt-get) …')
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], options)
  }
  const installed = findBrowser()
  if (!installed)
    console.log(
      'Missing for the browser journeys: Chromium. Install it (for example: sudo apt-get install chromium) or name it in ECHOLOT_CHROMIUM.',
    )
  return installed
}
