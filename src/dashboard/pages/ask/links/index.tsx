import { Link } from '@tanstack/react-router'
import type { OpenLink } from '../../../../vocabulary/open-link.ts'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { Card, EmptyState, ErrorState, Skeleton, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskTabs } from '../ask-tabs.tsx'
import { useSurveys } from '../use-ask.ts'
import { NewLink } from './new-link.tsx'
import { useLinks } from './use-links.ts'
import '../ask.css'
import './links.css'

/** Every place where visitors without an invitation are asked. */
export default function LinksPage() {
  const { t } = useWords()
  const links = useLinks()
  const surveys = useSurveys()
  const trouble = links.error ?? surveys.error
  const asked = surveys.data?.filter(survey => !survey.archivedAt)
  return (
    <Page title={t('links.title')}>
      {trouble ? (
        <ErrorState error={trouble} retry={() => links.refetch()} />
      ) : !links.data || !asked ? (
        <Skeleton height={320} />
      ) : (
        <div className="ask">
          <AskTabs on="links" />
          <PageHead title={t('links.finding', findingOf(links.data.items))} lead={t('links.lead')}>
            {links.data.items.length > 0 && <NewLink surveys={asked} />}
          </PageHead>
          <Card>
            {links.data.items.length > 0 ? (
              <LinksTable links={links.data.items} />
            ) : (
              <EmptyState title={t('links.none')} text={t(asked.length > 0 ? 'links.noneHint' : 'links.noneSurvey')}>
                {asked.length > 0 && <NewLink surveys={asked} />}
              </EmptyState>
            )}
          </Card>
        </div>
      )}
    </Page>
  )
}

const findingOf = (links: OpenLink[]) => ({
  links: links.filter(({ closedAt }) => closedAt === null).length,
  answered: links.reduce((sum, { answered }) => sum + answered, 0),
})

function LinksTable({ links }: { links: OpenLink[] }) {
  const { t, f } = useWords()
  const name = (link: OpenLink) => (
    <>
      <Link to={`/ask/links/${link.openLinkId}`}>{link.name}</Link> {link.closedAt && <Tag>{t('links.isClosed')}</Tag>}
    </>
  )
  return (
    <Table
      caption={t('links.title')}
      rows={links}
      keyOf={link => link.openLinkId}
      columns={[
        { title: t('links.name'), cell: name },
        { title: t('links.survey'), cell: link => link.surveyName },
        { title: t('links.channel'), cell: link => t(`links.channels.${link.channel}`) },
        { title: t('links.opened'), cell: link => f.count(link.opened), figure: true },
        { title: t('links.answered'), cell: link => f.count(link.answered), figure: true },
        { title: t('links.setAside'), cell: link => f.count(link.quarantined), figure: true },
      ]}
    />
  )
}
