/** From the scale of stats (−1 to 1) to the one people read (−100 to 100), unrounded. */
export const hundredfold = <T extends number | null>(value: T): T => (value === null ? value : ((value * 100) as T))
