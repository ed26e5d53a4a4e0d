import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ReadyQuestion, type Survey, Wording, type WordingLanguage } from '../../../../vocabulary/survey.ts'
import { get, queries } from '../../../api.ts'

const StandardWording = z.object({ wording: Wording, apart: z.record(z.string(), z.string()) })
const Library = z.object({ items: z.array(ReadyQuestion) })

const LIBRARY = {
  queryKey: ['ready-questions'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => (await get('/ready-questions', Library)).items,
}

/** Ready questions with their words in every language. */
export const useLibrary = () => useQuery(LIBRARY)

/** The same, once. */
export const readLibrary = () => queries.fetchQuery(LIBRARY)

/** The standard words of a survey in one language. */
export const readStandard = ({ kind, opening }: Survey, language: WordingLanguage) =>
  get('/standard-wordings', StandardWording, { language, kind, opening })
