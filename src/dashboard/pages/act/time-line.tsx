import { useEffect, useRef } from 'react'
import { categoryOf } from '../../../stats/index.ts'
import type { TimeLineEntry } from '../../../vocabulary/case.ts'
import { ScoreTag, Tag, useWords } from '../../ui/index.ts'
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
  const tone = entry.score === null ? '' : TONES[categoryOf(entry.score)]
  const { title, detail } = entryText(entry, words)
  return (
    <li id={entry.entryId} className={tone}>
      <time dateTime={entry.occurredAt} title={f.moment(entry.occurredAt)}>
        {thisYear ? f.shortDate(entry.occurredAt) : f.date(entry.occurredAt)}
      </time>
      <div>
        {entry.score === null ? (
          <Tag>{t(`cases.timeLine.kinds.${entry.kind}`)}</Tag>
        ) : (
          <ScoreTag answer={{ opening: 'nps', score: entry.score, rating: null }} />
        )}{' '}
        <b>{title}</b>
        {entry.body && <p className="entry-body">{entry.body}</p>}
        {detail && <p className="small">{detail}</p>}
      </div>
    </li>
  )
}
