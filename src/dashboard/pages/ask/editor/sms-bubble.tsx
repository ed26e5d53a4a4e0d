import { smsLength } from '../../../../vocabulary/sms.ts'
import { useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'

/** The text message as it arrives, with what it costs: how many texts the networks count. */
export function SmsBubble({ text }: { text: string }) {
  const { t } = useWords()
  const { language } = useEditor()
  const length = smsLength(text)
  return (
    <figure className="phone sms">
      <figcaption>
        <b>{t('surveys.editor.tabs.sms')}</b>
      </figcaption>
      <div className="bubble-pane">
        {text && (
          <p className="bubble" lang={language} dir={language === 'ar' ? 'rtl' : undefined}>
            {text}
          </p>
        )}
      </div>
      <p className="small">
        {t('surveys.editor.smsLength', { segments: length.segments, units: length.units, left: length.left })}
      </p>
      {length.beyondGsm !== null && (
        <p className="small">{t('surveys.editor.smsBeyond', { sign: length.beyondGsm })}</p>
      )}
    </figure>
  )
}
