import type { AskAnswer } from '../widget/path.ts'

/** An answer that is kept on the device until the server has it. */
export type Kept = {
  key: string
  answeredAt: string
  language: string
  version: number
  score?: number
  rating?: number
  comment?: string
  reason?: string
  answers?: AskAnswer[]
  /** The visitor is still at it. */
  isOpen?: boolean
  /** The server will never take it: closed link, damaged answer. */
  isRefused?: boolean
}

const STORE = 'answers'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  return done(request)
}

/** The answers on this device: written at once, sent later, at least once; their keys make it exactly once. */
export async function openQueue(name: string, address: string) {
  const database = await openDatabase(name)
  const store = (mode: IDBTransactionMode) =>
    database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE)
  const all = (): Promise<Kept[]> => done(store('readonly').getAll())

  const send = async (kept: Kept): Promise<boolean> => {
    const { isOpen: _, isRefused: __, ...answer } = kept
    const reply = await fetch(address, {
      method: 'POST',
      body: JSON.stringify({ ...answer, sentAt: new Date().toISOString() }),
      credentials: 'omit',
    }).catch(() => null)
    if (!reply || reply.status >= 500 || reply.status === 429) return false
    if (reply.ok) await done(store('readwrite').delete(kept.key))
    else await done(store('readwrite').put({ ...kept, isRefused: true }))
    return true
  }
  let sending: Promise<void> | null = null
  const flush = async () => {
    for (const kept of await all()) if (!kept.isOpen && !kept.isRefused && !(await send(kept))) return
  }
  return {
    keep: (kept: Kept): Promise<unknown> => done(store('readwrite').put(kept)),
    waiting: async (): Promise<number> => (await all()).filter(kept => !kept.isOpen).length,
    /** What was left open when the device went off is an answer too. */
    closeAll: async () => {
      for (const kept of await all()) if (kept.isOpen) await done(store('readwrite').put({ ...kept, isOpen: false }))
    },
    /** Sends what waits, one after the other; a second call waits for the first. */
    flush: (): Promise<void> => {
      sending ??= flush().finally(() => {
        sending = null
      })
      return sending
    },
  }
}
export type Queue = Awaited<ReturnType<typeof openQueue>>
