import { useWords } from '../../ui/index.ts'

/** Why countries, and regions of several countries, are not ranked against each other. */
export function StyleNote({ below }: { below: boolean }) {
  const { t } = useWords()
  return (
    <>
      {t('attributes.style')} {below && t('attributes.regions')}
    </>
  )
}
