import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ChannelLine } from '../../../../vocabulary/channel-settings.ts'
import { get } from '../../../api.ts'
import { Card, Loaded, useWords } from '../../../ui/index.ts'

/** Every way to reach people, and whether it works here. */
export function WaysCard() {
  const { t } = useWords()
  const found = useQuery({
    queryKey: ['channels'],
    queryFn: () => get('/channels', z.object({ items: z.array(ChannelLine) })),
  })
  return (
    <Card title={t('channels.ways.title')} span={12}>
      <Loaded of={found} height={120}>
        {({ items }) => (
          <ul className="ways">
            {items.map(line => (
              <li key={line.channel}>
                <span className="name">
                  {line.label}
                  {line.way === 'sends' && (
                    <span className={line.state === 'paused' ? 'small state g-det' : 'small state'}>
                      {t(`channels.ways.${line.state}`)}
                    </span>
                  )}
                </span>
                <span className="small">{line.lead}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
