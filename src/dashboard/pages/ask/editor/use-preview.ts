import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { Opening, Question } from '../../../../vocabulary/question.ts'
import { Wording, type WordingLanguage } from '../../../../vocabulary/survey.ts'
import { send } from '../../../api.ts'
import { useCalm } from '../../../shell/use-calm.ts'

const Item = z.object({
  show: z.string(),
  address: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
})
/** One thing that is shown: its address in a frame, or its text. */
export type PreviewItem = z.infer<typeof Item>
const Preview = z.object({ items: z.array(Item) })

type Asked = {
  language: WordingLanguage
  opening: Opening
  wording: Wording
  questions: Question[]
  value: number | null
  shows: string[]
}

/** Mail, page, widget and text of a wording, a moment after each change; while something is empty, what was shown last. */
export function usePreview(asked: Asked) {
  const calm = useCalm(asked)
  return useQuery({
    queryKey: ['preview', calm],
    enabled: Wording.safeParse(calm.wording).success,
    placeholderData: last => last,
    queryFn: async () => (await send('POST', '/survey-previews', calm, Preview)).items,
  })
}
