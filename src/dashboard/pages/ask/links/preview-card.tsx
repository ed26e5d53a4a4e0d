import type { OpenLink } from '../../../../vocabulary/open-link.ts'
import { Card, useWords } from '../../../ui/index.ts'

/** The window on a sample page, as it is saved; nothing is sent from here. */
export function PreviewCard({ link }: { link: OpenLink }) {
  const { t, language } = useWords()
  const shown = link.languages.find(code => code === language) ?? link.languages[0]
  return (
    <Card title={t('links.preview')} note={t('links.previewNote')} span={6}>
      <iframe
        className="link-preview"
        title={t('links.previewTitle')}
        key={JSON.stringify(link.widget)}
        src={`/w/${link.key}/preview?language=${shown}&page=${language}`}
      />
    </Card>
  )
}
