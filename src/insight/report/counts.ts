/** How many answers gave each score. */
export type Counts = number[]
export const noCounts = (): Counts => new Array<number>(11).fill(0)
