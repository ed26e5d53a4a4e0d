import type { Figures } from '../../languages/figures.ts'
import type { Speak } from '../../languages/index.ts'
import type { Paint } from './paint.ts'

/** What the lines of a report are made with. */
export type Pen = { t: Speak; f: Figures; paint: Paint; width: number }
