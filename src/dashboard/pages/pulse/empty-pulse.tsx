import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { Pulse } from '../../../vocabulary/index.ts'
import { send } from '../../api.ts'
import { enterWorkspace } from '../../shell/session.tsx'
import { Button, ButtonLink, Icon, type IconName, useToast, useWords } from '../../ui/index.ts'

/** Nothing in this period, or nothing at all yet: what will be here, and how to begin. */
export function EmptyPulse({ pulse, onShowAll }: { pulse: Pulse; onShowAll: () => void }) {
  const { t } = useWords()
  if (pulse.answersEver === 0) return <Beginning />
  if (pulse.sealed && pulse.period.chosen !== 'all' && pulse.sealed.waiting > 0)
    return <h1>{t('pulse.sealed.noneShown', { waiting: pulse.sealed.waiting })}</h1>
  return (
    <>
      <h1>{t('pulse.period.none')}</h1>
      <p className="quiet lead">{t('pulse.period.text', { n: pulse.answersEver })}</p>
      <Button kind="primary" onClick={onShowAll}>
        {t('pulse.period.all')}
      </Button>
    </>
  )
}

const WAYS: { to: string; icon: IconName; title: 'file' | 'import' | 'ask' }[] = [
  { to: '/report', icon: 'report', title: 'file' },
  { to: '/import', icon: 'upload', title: 'import' },
  { to: '/ask', icon: 'mail', title: 'ask' },
]

function Beginning() {
  const { t } = useWords()
  return (
    <>
      <h1>{t('pulse.empty.title')}</h1>
      <p className="quiet lead">{t('pulse.empty.text')}</p>
      <div className="ways">
        {WAYS.map(({ to, icon, title }, at) => (
          <section key={to} className="card way">
            <Icon name={icon} size={22} />
            <h2>{t(`pulse.empty.${title}`)}</h2>
            <p className="small">{t(`pulse.empty.${title}Text`)}</p>
            <ButtonLink to={to} kind={at === 0 ? 'primary' : undefined}>
              {t(`pulse.empty.${title}Do`)}
            </ButtonLink>
          </section>
        ))}
        <DemoWay />
      </div>
    </>
  )
}

const DemoAdded = z.object({ workspaceIds: z.array(z.string()) })

function DemoWay() {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    try {
      const { workspaceIds } = await send('POST', '/demo', {}, DemoAdded)
      if (workspaceIds[0]) await enterWorkspace(workspaceIds[0])
      await navigate({ to: '/' })
    } catch (problem) {
      toast(problem instanceof Error && problem.message ? problem.message : t('shell.unreachable'))
    }
    setBusy(false)
  }
  return (
    <section className="card way">
      <Icon name="understand" size={22} />
      <h2>{t('pulse.empty.demo')}</h2>
      <p className="small">{t('pulse.empty.demoText')}</p>
      <Button onClick={add} busy={busy}>
        {t('pulse.empty.demoDo')}
      </Button>
    </section>
  )
}
