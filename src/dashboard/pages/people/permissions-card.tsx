import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ChannelStanding, PermissionLedger } from '../../../vocabulary/permission.ts'
import { roleIncludes } from '../../../vocabulary/role.ts'
import { get } from '../../api.ts'
import { Card, Loaded, useWords } from '../../ui/index.ts'
import { reasonWord } from '../ask/reason-word.ts'
import { useWho } from '../settings/use-who.ts'
import { Evidence } from './evidence.tsx'
import { NoteObjection } from './note-objection.tsx'
import { RequestOptIn } from './request-opt-in.tsx'

/** The ledger of a person. */
export const useLedger = (personId: string) =>
  useQuery({
    queryKey: ['ledger', personId],
    queryFn: () => get(`/people/${personId}/ledger`, PermissionLedger),
  })

/** On which basis a person may be asked per channel, and the ways to an objection or a confirmed consent. */
export function PermissionsCard({ personId }: { personId: string }) {
  const { t } = useWords()
  const ledger = useLedger(personId)
  return (
    <Card
      title={t('permissions.ledger.title')}
      aside={
        <Link to={'/people/$personId/ledger' as never} params={{ personId } as never}>
          {t('permissions.ledger.all')}
        </Link>
      }
    >
      <Loaded of={ledger} height={120}>
        {({ channels }) =>
          channels.length === 0 ? (
            <p className="quiet">{t('permissions.ledger.empty')}</p>
          ) : (
            channels.map(standing => <Standing key={standing.channel} personId={personId} standing={standing} />)
          )
        }
      </Loaded>
    </Card>
  )
}

function Standing({ personId, standing }: { personId: string; standing: ChannelStanding }) {
  const { t, f } = useWords()
  const role = useWho().data?.role
  const { channel, basis, suppression, pausedUntil, surveysOnly, optInSince } = standing
  return (
    <section className="standing">
      <h3>
        {t(`permissions.report.${channel}`)} <span className="small">{standing.address}</span>
      </h3>
      <p className={suppression ? 'g-det' : undefined}>
        {suppression ? reasonWord(suppression, t) : t(`permissions.ledger.basis.${basis}`)}
      </p>
      {basis !== 'none' && <Evidence evidence={standing.evidence} />}
      {pausedUntil && <p className="small">{t('permissions.ledger.paused', { date: f.date(pausedUntil) })}</p>}
      {surveysOnly && <p className="small">{t('permissions.ledger.surveysOnly')}</p>}
      {optInSince && <p className="small">{t('permissions.ledger.waiting', { date: f.date(optInSince) })}</p>}
      {!suppression && role && (
        <div className="row">
          {roleIncludes(role, 'agent') && <NoteObjection personId={personId} channel={channel} />}
          {roleIncludes(role, 'manager') && !optInSince && <RequestOptIn personId={personId} channel={channel} />}
        </div>
      )}
    </section>
  )
}
