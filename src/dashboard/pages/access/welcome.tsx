import { Link } from '@tanstack/react-router'
import { Page } from '../../shell/page.tsx'
import { useSession } from '../../shell/session.tsx'
import { ButtonLink, Card, useWords } from '../../ui/index.ts'
import './access.css'

const STEPS = [
  { name: 'import', to: '/import' },
  { name: 'report', to: '/report' },
  { name: 'invite', to: '/settings' },
] as const

/** After the set-up: the three things to begin with. */
export default function WelcomePage() {
  const { t } = useWords()
  const name = useSession().data?.account?.name ?? ''
  return (
    <Page title={t('access.welcome.title')}>
      <h1>{t('access.welcome.heading', { name })}</h1>
      <div className="next-steps">
        {STEPS.map((step, index) => (
          <Card key={step.name} title={t(`access.welcome.${step.name}.title`)}>
            <p className="quiet">{t(`access.welcome.${step.name}.text`)}</p>
            <ButtonLink to={step.to} kind={index === 0 ? 'primary' : undefined}>
              {t(`access.welcome.${step.name}.button`)}
            </ButtonLink>
          </Card>
        ))}
      </div>
      <p>
        <Link to="/">{t('access.welcome.demo')}</Link>
      </p>
    </Page>
  )
}
