/** Why the embedded database cannot run: one sentence that names the remedy, fit to be shown as it is. */
export class EmbeddedProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'EmbeddedProblem'
  }
}

/** The remedy that always works. */
export const useOwnServer = 'Set DATABASE_URL to a PostgreSQL (15 or newer) of your own instead.'
