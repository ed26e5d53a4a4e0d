export const FLOORS: Record<string, string[]>
export const STATIONS: string[]
export const PACKAGES: Record<string, string[]>
