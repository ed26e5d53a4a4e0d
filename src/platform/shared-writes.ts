/** What a writer hears when too many wait or the storage takes too long: nothing is known to be stored, try again. */
export class WriteNotTaken extends Error {
  override readonly name = 'WriteNotTaken'
}

type Waiting<In, Out> = { item: In; done: (result: Out) => void; failed: (error: unknown) => void }

type Options<In, Out> = {
  /** Writes a portion in one go; one result for each item, in order. */
  write: (items: In[]) => Promise<Out[]>
  /** Most items in one portion. */
  largest?: number
  /** Most items that may wait; more are refused at once. */
  waiting?: number
  /** Portions that may be on their way at the same time. */
  parallel?: number
  /** Longest wait for a result. */
  patienceMs?: number
}

// A further portion sets out beside others only when it is worth a commit of its own.
const FURTHER_PORTION = 8

/** Lets writers that wait at the same time share one commit; the queue has an end, and nobody waits for ever. */
export function shareWrites<In, Out>(options: Options<In, Out>): (item: In) => Promise<Out> {
  const { write, largest = 200, waiting = 2000, parallel = 3, patienceMs = 5000 } = options
  const queue: Waiting<In, Out>[] = []
  let running = 0
  let planned = false

  const flush = async () => {
    planned = false
    if (running >= parallel || queue.length === 0) return
    running += 1
    const portion = queue.splice(0, largest)
    try {
      const results = await write(portion.map(w => w.item))
      portion.forEach((w, i) => {
        w.done(results[i] as Out)
      })
    } catch (error) {
      for (const w of portion) w.failed(error)
    } finally {
      running -= 1
      plan()
    }
  }
  // Those that arrive in the same turn of the event loop go together.
  const plan = () => {
    const enough = running === 0 ? 1 : FURTHER_PORTION
    if (planned || queue.length < enough || running >= parallel) return
    planned = true
    setImmediate(flush)
  }

  const join = (item: In, done: (result: Out) => void, failed: (error: unknown) => void) => {
    queue.push({ item, done, failed })
    plan()
  }
  return item =>
    queue.length >= waiting
      ? Promise.reject(new WriteNotTaken('too many are waiting'))
      : patiently(patienceMs, (done, failed) => join(item, done, failed))
}

/** A promise that gives up after a while; whoever asked then hears that nothing is known. */
function patiently<T>(
  ms: number,
  start: (done: (value: T) => void, failed: (error: unknown) => void) => void,
): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new WriteNotTaken('the storage does not answer')), ms)
    start(
      value => {
        clearTimeout(timer)
        done(value)
      },
      error => {
        clearTimeout(timer)
        failed(error)
      },
    )
  })
}
