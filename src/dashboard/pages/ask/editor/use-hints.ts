import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Wordings } from '../../../../vocabulary/survey.ts'
import { WordingHint, WordingProblem } from '../../../../vocabulary/wording-hint.ts'
import { send } from '../../../api.ts'
import { useCalm } from '../../../shell/use-calm.ts'
import { useWords } from '../../../ui/index.ts'

const Looked = z.object({ hints: z.array(WordingHint), problems: z.array(WordingProblem) })
const NONE: z.infer<typeof Looked> = { hints: [], problems: [] }

/** What could be said better in a draft, a moment after each change; the last findings stand while a field is empty. */
export function useHints(surveyId: string, wordings: Wordings, anonymous: boolean): z.infer<typeof Looked> {
  const { language } = useWords()
  const calm = useCalm(wordings)
  const looked = useQuery({
    queryKey: ['hints', surveyId, language, anonymous, calm],
    enabled: Wordings.safeParse(calm).success,
    placeholderData: last => last,
    queryFn: () => send('POST', `/surveys/${surveyId}/hints`, { wording: calm }, Looked),
  })
  return looked.data ?? NONE
}
