import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Figures, figures } from '../../languages/figures.ts'
import { LANGUAGES, type Language, languageOf, type Speak, speak } from '../../languages/index.ts'
import { recall, remember } from './memory.ts'

type Words = {
  language: Language
  t: Speak
  f: Figures
  /** Speaks `language` from now on and remembers it in this browser. */
  chooseLanguage: (language: Language) => void
  /** Speaks the language of the account where this browser has no wish of its own. */
  adoptLanguage: (language: Language) => void
}

const WordsContext = createContext<Words | null>(null)

/** Gives every part below it a speaker `t` and figures `f` in the member's language. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(recall('language') ?? navigator.languages.join(',')),
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const words = useMemo(() => {
    const chooseLanguage = (chosen: Language) => {
      if (!LANGUAGES.includes(chosen)) return
      remember('language', chosen)
      setLanguage(chosen)
    }
    const adoptLanguage = (own: Language) => {
      if (recall('language') === null) setLanguage(own)
    }
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return { language, t: speak(language), f: figures(language, zone), chooseLanguage, adoptLanguage }
  }, [language])
  return <WordsContext value={words}>{children}</WordsContext>
}

/** `const { t, f } = useWords()`: texts by key, numbers and dates as the language writes them. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords needs a LanguageProvider above it')
  return words
}
