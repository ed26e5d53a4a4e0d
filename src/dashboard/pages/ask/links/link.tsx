import { Link, useParams } from '@tanstack/react-router'
import type { OpenLink } from '../../../../vocabulary/open-link.ts'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { Card, Loaded, Tag, useWords } from '../../../ui/index.ts'
import { useWayBack } from '../ask-tabs.tsx'
import { AddressCard } from './address-card.tsx'
import { AsideCard } from './aside-card.tsx'
import { CodeCard } from './code-card.tsx'
import { IdentityCard } from './identity-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { StateCard } from './state-card.tsx'
import { useLink } from './use-links.ts'
import { WidgetCard } from './widget-card.tsx'
import '../ask.css'
import './links.css'

/** One open link: where it is, how it looks, what it brought. */
export default function LinkPage() {
  const { openLinkId } = useParams({ strict: false }) as { openLinkId: string }
  const link = useLink(openLinkId)
  const { t } = useWords()
  return (
    <Page title={link.data?.name ?? t('links.title')}>
      <Loaded of={link} height={480}>
        {found => <LinkView link={found} />}
      </Loaded>
    </Page>
  )
}

function LinkView({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const isPrinted = link.channel === 'link' || link.channel === 'kiosk'
  return (
    <div className="ask">
      <PageHead
        back={useWayBack('links')}
        title={
          <>
            {link.name} {link.closedAt && <Tag>{t('links.isClosed')}</Tag>}
          </>
        }
        lead={
          <>
            <Link to={`/ask/surveys/${link.surveyId}`}>{link.surveyName}</Link> · {t(`links.channels.${link.channel}`)}
          </>
        }
      />
      <div className="grid">
        <FiguresCard link={link} />
        {link.quarantined > 0 && <AsideCard link={link} />}
        <AddressCard link={link} />
        {isPrinted && <CodeCard link={link} />}
        {link.channel === 'widget' && <WidgetCard key={JSON.stringify(link.widget)} link={link} />}
        {link.channel === 'widget' && <PreviewCard link={link} />}
        {link.channel !== 'kiosk' && <IdentityCard link={link} />}
        <StateCard key={link.usualAnswers} link={link} />
      </div>
    </div>
  )
}

function FiguresCard({ link }: { link: OpenLink }) {
  const { t, f } = useWords()
  const figures = [
    [t(link.channel === 'widget' ? 'links.loaded' : 'links.opened'), link.opened],
    [t('links.answered'), link.answered],
    [t('links.setAside'), link.quarantined],
  ] as const
  return (
    <Card span={12}>
      <dl className="link-figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt className="small">{name}</dt>
            <dd>{f.count(count)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
