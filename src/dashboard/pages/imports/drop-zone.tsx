import { type DragEvent, useRef, useState } from 'react'
import { Button, Icon, useWords } from '../../ui/index.ts'
import './drop-zone.css'

/** A place to drop a file, with a button that opens the machine's own chooser. */
export function DropZone(props: { title: string; hint: string; busy?: string | null; onFile: (file: File) => void }) {
  const { t } = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !props.busy) props.onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button inside does the same by keyboard.
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={28} />
      <p className="drop-title">{props.busy ?? props.title}</p>
      <p className="small">{props.hint}</p>
      <input
        ref={chooser}
        type="file"
        className="hidden"
        tabIndex={-1}
        aria-label={t('imports.choose')}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) props.onFile(file)
          event.target.value = ''
        }}
      />
      <Button kind="primary" busy={Boolean(props.busy)} onClick={() => chooser.current?.click()}>
        {t('imports.choose')}
      </Button>
    </div>
  )
}
