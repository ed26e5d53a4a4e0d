/** One row of a file as text, with the line (or sheet row) a person finds it on. */
export type Row = { line: number; cells: string[] }
