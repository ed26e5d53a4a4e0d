import type { ReactNode } from 'react'
import { useWords } from '../../../ui/index.ts'
import type { PreviewItem } from './use-preview.ts'

/** A mail or page at the width of a phone, in a frame that runs nothing. */
export function PreviewSheet({
  title,
  item,
  children,
}: {
  title: string
  item: PreviewItem | null
  children?: ReactNode
}) {
  const { t } = useWords()
  return (
    <figure className="phone">
      <figcaption>
        <b>{title}</b>
        {item?.subject && <span className="small">{t('surveys.editor.subject', { subject: item.subject })}</span>}
        {children && <span className="row">{children}</span>}
      </figcaption>
      {item?.address ? (
        <iframe
          className="sheet"
          title={t('surveys.editor.previewTitle', { what: title })}
          src={item.address}
          sandbox=""
          tabIndex={-1}
        />
      ) : (
        <div className="sheet empty" />
      )}
    </figure>
  )
}
