import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import type { Member } from '../../../vocabulary/member.ts'
import { useWords } from '../../ui/index.ts'

/** A text area in which @ offers the names of members. */
export function MentionBox(props: {
  value: string
  onChange: (value: string) => void
  members: Member[]
  ref: Ref<HTMLTextAreaElement>
}) {
  const { t } = useWords()
  const id = useId()
  const { value, onChange, members } = props
  const [at, setAt] = useState(0)
  const typed = /(?:^|\s)@([\p{L}\p{M}.' -]{0,40})$/u.exec(value)?.[1]
  const offered = typed === undefined ? [] : members.filter(({ name }) => startsLike(name, typed)).slice(0, 6)
  const take = (member: Member | undefined) => {
    if (member && typed !== undefined) onChange(`${value.slice(0, value.length - typed.length)}${member.name} `)
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + offered.length) % offered.length)
    if (event.key === 'Enter' || event.key === 'Tab') take(offered[at])
    if (step || event.key === 'Enter' || event.key === 'Tab') event.preventDefault()
  }
  return (
    <div className="mention">
      <textarea
        ref={props.ref}
        className="input"
        rows={3}
        maxLength={5000}
        aria-label={t('cases.notes.label')}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={offered[at] ? `${id}-${at}` : undefined}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        role="listbox"
        id={id}
        aria-label={t('cases.notes.mention')}
        className="options"
        hidden={offered.length === 0}
      >
        {offered.map((member, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text area's
          <div
            key={member.accountId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(member)}
          >
            {member.name}
          </div>
        ))}
      </div>
    </div>
  )
}

const startsLike = (name: string, typed: string) =>
  name !== typed.trim() &&
  name
    .toLocaleLowerCase()
    .split(' ')
    .concat(name.toLocaleLowerCase())
    .some(part => part.startsWith(typed.toLocaleLowerCase()))
