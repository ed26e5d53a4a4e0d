/** Something that must hold even after an older state of the database was restored. */
export type SideEntry = {
  workspaceId: string
  kind: string
  at: string
  facts: Record<string, unknown>
}
/** An entry with its number in the log. */
export type Numbered = SideEntry & { number: number }

/** A log beside the database, outside of what a backup brings back (guarantee G9). */
export type SideLog = {
  /** Writes entries for good; returns the number of the last one. */
  append: (entries: SideEntry[]) => Promise<number>
  /** The entries after a number, in portions, in their order. */
  after: (number: number) => AsyncIterable<Numbered[]>
  last: () => Promise<number>
  /** What is wrong with the log as it was found; null when it is whole. */
  problem: string | null
  close: () => Promise<void>
}
