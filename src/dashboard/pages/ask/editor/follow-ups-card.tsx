import type { WordingLanguage } from '../../../../vocabulary/survey.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, ChipSelect, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { addExact, putWords, removeExact } from './edits.ts'
import { GROUPS, groupOfRating, rangeOf, ratingsOf } from './scale-parts.ts'
import { readStandard } from './use-standard.ts'
import { WordsField } from './words-field.tsx'

/** The question that follows the first one: by group, and for exact ratings. */
export function FollowUpsCard() {
  const { t } = useWords()
  const { survey, wording, language, edit } = useEditor()
  const { opening } = survey
  const exact = Object.keys(wording.followUpByScore).sort((a, b) => Number(b) - Number(a))
  const put = (group: (typeof GROUPS)[number], text: string) =>
    edit(putWords(language, { followUp: { ...wording.followUp, [group]: text } }))
  const putExact = (rating: string, text: string) =>
    edit(putWords(language, { followUpByScore: { ...wording.followUpByScore, [rating]: text } }))
  const kind = opening === 'nps' ? 'group' : 'part'
  return (
    <Card title={t('surveys.editor.followUps')}>
      <div className="stack">
        {GROUPS.map(group => (
          <WordsField
            key={group}
            path={`followUp.${group}`}
            label={t(`surveys.editor.${kind}.${group}`, { range: rangeOf(opening, group) })}
            lines={2}
            most={2000}
            value={wording.followUp[group]}
            onText={text => put(group, text)}
          />
        ))}
        {exact.map(rating => (
          <div className="with-remove" key={rating}>
            <WordsField
              path={`followUpByScore.${rating}`}
              label={t('surveys.editor.exact', { rating })}
              lines={2}
              most={2000}
              value={wording.followUpByScore[rating] ?? ''}
              onText={text => putExact(rating, text)}
            />
            <Button kind="plain" onClick={() => edit(removeExact(rating))}>
              {t('surveys.editor.removeExact', { rating })}
            </Button>
          </div>
        ))}
        <AddExact taken={exact} />
      </div>
    </Card>
  )
}

function AddExact({ taken }: { taken: string[] }) {
  const { t } = useWords()
  const { survey, wordings, edit } = useEditor()
  const { run, busy } = useChange()
  const { opening } = survey
  const free = ratingsOf(opening).filter(rating => !taken.includes(String(rating)))
  const apart = () =>
    run(async () => {
      const codes = Object.keys(wordings.texts) as WordingLanguage[]
      const standard = await Promise.all(codes.map(async code => [code, await readStandard(survey, code)] as const))
      const words = new Map(standard)
      for (const rating of [7, 8]) edit(addExact(rating, (_, code) => words.get(code)?.apart[rating] ?? ''))
    })
  const add = (rating: number) => edit(addExact(rating, wording => wording.followUp[groupOfRating(opening, rating)]))
  return (
    <div className="row">
      {opening === 'nps' && !taken.includes('7') && !taken.includes('8') && (
        <Button busy={busy} onClick={apart}>
          {t('surveys.editor.apart')}
        </Button>
      )}
      {free.length > 0 && (
        <ChipSelect
          label={t('surveys.editor.addExact')}
          value=""
          options={[
            { value: '', label: t('surveys.editor.addExact') },
            ...free.map(rating => ({ value: String(rating), label: String(rating) })),
          ]}
          onChange={rating => add(Number(rating))}
        />
      )}
    </div>
  )
}
