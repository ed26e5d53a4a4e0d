import { useNavigate } from '@tanstack/react-router'
import type { Pulse } from '../../../vocabulary/index.ts'
import { queries, send } from '../../api.ts'
import { Button, ButtonLink, Icon, type IconName, useToast, useWords } from '../../ui/index.ts'

/** Nothing in this period, or nothing at all yet: what will be here, and how to begin. */
export function EmptyPulse({ pulse, onShowAll }: { pulse: Pulse; onShowAll: () => void }) {
  const { t } = useWords()
  if (pulse.answersEver === 0) return <Beginning />
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

function DemoWay() {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const add = async () => {
    try {
      await send('POST', '/demo')
      await queries.resetQueries()
      await navigate({ to: '/' })
    } catch (problem) {
      toast(problem instanceof Error && problem.message ? problem.message : t('shell.unreachable'))
    }
  }
  return (
    <section className="card way">
      <Icon name="understand" size={22} />
      <h2>{t('pulse.empty.demo')}</h2>
      <p className="small">{t('pulse.empty.demoText')}</p>
      <Button onClick={add}>{t('pulse.empty.demoDo')}</Button>
    </section>
  )
}
