import { readFileSync } from 'node:fs'
import { openapi } from '../../src/access/index.ts'
import { endpoints } from '../../src/app.ts'

/** docs/openapi.json, so that a review sees what a change does to the API. */
export async function openapiText(): Promise<string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  return `${JSON.stringify(openapi(endpoints, version), null, 2)}\n`
}
