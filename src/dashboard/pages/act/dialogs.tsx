import type { Dossier } from '../../../vocabulary/case.ts'
import { Dialog, useWords } from '../../ui/index.ts'
import { AssignForm } from './assign-form.tsx'
import { CallForm } from './call-form.tsx'
import { CloseForm } from './close-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { SnoozeForm } from './snooze-form.tsx'

export type Opened = 'reply' | 'call' | 'assign' | 'snooze' | 'close' | null

const FORMS = { reply: ReplyForm, call: CallForm, assign: AssignForm, snooze: SnoozeForm, close: CloseForm } as const

/** The form of the action that was chosen. */
export function CaseDialogs(props: { found: Dossier; opened: Opened; close: () => void; onGone: () => void }) {
  const { found, opened, close } = props
  const { t } = useWords()
  const titles = {
    reply: t('cases.reply.to', { address: found.person?.email ?? '' }),
    call: t('cases.call.title'),
    assign: t('cases.assign.title'),
    snooze: t('cases.snooze.title'),
    close: t('cases.close.title'),
  }
  const Form = opened && FORMS[opened]
  const gone = () => {
    close()
    props.onGone()
  }
  return (
    <Dialog title={opened ? titles[opened] : ''} open={opened !== null} onClose={close} className="case-dialog">
      {Form && <Form found={found} done={close} gone={gone} />}
    </Dialog>
  )
}
