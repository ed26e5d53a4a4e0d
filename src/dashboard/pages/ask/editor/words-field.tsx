import { Field } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { HintNotes } from './hint-notes.tsx'

type Props = {
  /** Place of the text within its language. */
  path: string
  label: string
  value: string
  onText: (text: string) => void
  most: number
  lines?: number
  optional?: boolean
  hint?: string
}

/** A text in the language that is shown, with what was found about it below. */
export function WordsField({ path, label, value, onText, most, lines, optional, hint }: Props) {
  const { language, survey } = useEditor()
  return (
    <div className="words">
      <Field
        label={label}
        hint={hint}
        lines={lines}
        lang={language}
        dir={language === 'ar' ? 'rtl' : undefined}
        required={!optional}
        readOnly={survey.archivedAt !== null}
        maxLength={most}
        value={value}
        onChange={event => onText(event.target.value)}
      />
      <HintNotes path={`texts.${language}.${path}`} />
    </div>
  )
}
