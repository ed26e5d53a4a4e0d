import { createContext, useContext } from 'react'
import type { SurveyWithWording, Wording, WordingLanguage, Wordings } from '../../../../vocabulary/survey.ts'
import type { WordingHint, WordingProblem } from '../../../../vocabulary/wording-hint.ts'
import type { Edit } from './edits.ts'

/** What every part of the editor works on. */
export type Editor = {
  survey: SurveyWithWording
  wordings: Wordings
  /** The language that is shown, and its words. */
  language: WordingLanguage
  wording: Wording
  chooseLanguage: (language: WordingLanguage) => void
  edit: (change: Edit) => void
  hints: WordingHint[]
  problems: WordingProblem[]
}

const EditorContext = createContext<Editor | null>(null)
export const EditorProvider = EditorContext.Provider

/** The survey being edited. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor needs an EditorProvider above it')
  return editor
}
