import { useState } from 'react'
import { Button } from './button.tsx'
import { useWords } from './words.tsx'

/** Copies `text`; says so on itself and to screen readers. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Button onClick={copy}>
      <span aria-live="polite">{copied ? t('shell.copied') : (label ?? t('shell.copy'))}</span>
    </Button>
  )
}
