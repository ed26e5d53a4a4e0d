import type { Theme } from '../company.ts'

/** Sentences of customers by theme: what they say when content and when not. */
export type Sentences = Record<Theme, { content: string[]; unhappy: string[] }>
