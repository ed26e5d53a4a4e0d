import type { OpenLink } from '../../../../vocabulary/open-link.ts'
import { Card, CopyButton, useWords } from '../../../ui/index.ts'

/** The address of a link, or the line or call that brings it into a page or app. */
export function AddressCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  if (link.channel === 'widget') {
    const line = `<script src="${link.address}" async></script>`
    return <Line title={t('links.snippet')} text={line} copy={t('links.copySnippet')} />
  }
  if (link.channel === 'api') return <Line title={t('links.call')} text={callOf(link)} copy={t('links.copySnippet')} />
  return <Line title={t('links.address')} text={link.address} copy={t('links.copyAddress')} />
}

function Line({ title, text, copy }: { title: string; text: string; copy: string }) {
  return (
    <Card title={title} span={12}>
      <div className="link-line">
        <pre>{text}</pre>
        <CopyButton text={text} label={copy} />
      </div>
    </Card>
  )
}

const callOf = ({ address, key }: OpenLink): string => {
  const { origin } = new URL(address)
  return `curl -X POST ${origin}/api/v1/open-links/${key}/answers \\
  -H 'content-type: application/json' \\
  -d '{"key": "<22 random letters>", "score": 9, "comment": "…", "language": "en"}'`
}
