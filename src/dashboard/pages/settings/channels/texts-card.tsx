import { useQuery } from '@tanstack/react-query'
import { TextChannel } from '../../../../vocabulary/channel-settings.ts'
import { get } from '../../../api.ts'
import { Card, CopyButton, Loaded, useWords } from '../../../ui/index.ts'
import { TextForm } from './text-form.tsx'
import { TextTrialForm } from './text-trial-form.tsx'

/** The provider of texts: choosing it, where it reports to, and a try. */
export function TextsCard() {
  const { t } = useWords()
  const found = useQuery({ queryKey: ['text-channel'], queryFn: () => get('/channels/sms', TextChannel) })
  return (
    <Card title={t('channels.sms.title')} span={6}>
      <p className="quiet">{t('channels.sms.lead')}</p>
      <Loaded of={found} height={120}>
        {channel => (
          <>
            {channel.pausedAt && (
              <p className="g-det" role="status">
                {t('channels.sms.paused', { reply: channel.pausedReply ?? '' })}
              </p>
            )}
            <TextForm channel={channel} key={`${channel.provider} ${found.dataUpdatedAt}`} />
            {channel.provider && <Hook channel={channel} />}
            <TextTrialForm />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Hook({ channel }: { channel: TextChannel }) {
  const { t, f } = useWords()
  if (!channel.hookUrl) return <p className="small">{t('channels.sms.hookNone')}</p>
  const heard = channel.heardAt
  return (
    <div className="hook small">
      <b>{t('channels.sms.hook')}</b>
      <code className="secret">{channel.hookUrl}</code>
      <CopyButton text={channel.hookUrl} />
      <p>{t('channels.sms.hookHint')}</p>
      <p>{heard ? t('channels.sms.heard', { when: f.moment(heard) }) : t('channels.sms.notHeard')}</p>
    </div>
  )
}
