import { useEffect, useRef } from 'react'
import { partOf } from '../../../stats/index.ts'
import type { TimeLineEntry } from '../../../vocabulary/case.ts'
import { ScoreTag, Tag, useWords } from '../../ui/index.ts'
import { AskedWords } from '../listen/asked-words.tsx'
import { entryText } from './entry-text.ts'

const TONES = { promoter: 'pro', passive: 'pas', detractor: 'det' } as const

/** Everything that happened, newest first; `onEnd` is called when its end has been in view for a moment. */
export function TimeLine({ entries, onEnd }: { entries: TimeLineEntry[]; onEnd?: () => void }) {
  const { t } = useWords()
  const end = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const mark = end.current
    if (!onEnd || !mark) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const watcher = new IntersectionObserver(([seen]) => {
      clearTimeout(timer)
      if (seen?.isIntersecting) timer = setTimeout(onEnd, 900)
    })
    watcher.observe(mark)
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
    }
  }, [onEnd])
  return (
    <>
      <ol className="time-line">
        {entries.map(entry => (
          <Entry key={entry.entryId} entry={entry} />
        ))}
      </ol>
      <p className="small" id="time-line-end" ref={end}>
        {t('cases.timeLine.end')}
      </p>
    </>
  )
}

function Entry({ entry }: { entry: TimeLineEntry }) {
  const words = useWords()
  const { t, f } = words
  const thisYear = new Date(entry.occurredAt).getFullYear() === new Date().getFullYear()
  const { answer } = entry
  const tone = answer && answer.opening !== 'free' ? TONES[partOf(answer)] : ''
  const { title, detail } = entryText(entry, words)
  return (
    <li id={entry.entryId} className={tone}>
      <time dateTime={entry.occurredAt} title={f.moment(entry.occurredAt)}>
        {thisYear ? f.shortDate(entry.occurredAt) : f.date(entry.occurredAt)}
      </time>
      <div>
        {answer && answer.opening !== 'free' ? (
          <ScoreTag answer={answer} />
        ) : (
          <Tag>{t(`cases.timeLine.kinds.${entry.kind}`)}</Tag>
        )}{' '}
        <b>{title}</b>
        {entry.body && <p className="entry-body">{entry.body}</p>}
        {detail && <p className="small">{detail}</p>}
        {answer && <AskedWords asked={answer.asked} />}
      </div>
    </li>
  )
}
