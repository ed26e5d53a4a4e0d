import type { z } from 'zod'
import { address, Problem } from '../../api.ts'

type Query = Parameters<typeof address>[1]

/** Sends a file as it is and checks the reply; the file streams, nothing is held twice. */
export async function sendFile<S extends z.ZodType>(
  path: string,
  file: File,
  query: Query,
  shape: S,
): Promise<z.output<S>> {
  const reply = await fetch(address(path, { fileName: file.name.slice(0, 200), ...query }), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    body: file,
  })
  const content = reply.headers.get('content-type')?.includes('json') ? await reply.json() : null
  if (!reply.ok) throw new Problem(reply.status, content ?? {})
  return shape.parse(content)
}

let handedOver: File | null = null

/** Leaves a file for the page that comes next ("keep these answers"). */
export const handOver = (file: File): void => {
  handedOver = file
}

/** Takes the file that the page before left. */
export function takeOver(): File | null {
  const file = handedOver
  handedOver = null
  return file
}
