import { ASKING_CHANNELS, type AskingChannel } from '../../../vocabulary/rolling-plan.ts'
import { Choice, useWords } from '../../ui/index.ts'

/** How people are reached. */
export function ChannelSelect(props: { channel: AskingChannel; onChange: (channel: AskingChannel) => void }) {
  const { t } = useWords()
  return (
    <Choice
      label={t('waves.channel.label')}
      hint={t('waves.channel.hint')}
      value={props.channel}
      of={ASKING_CHANNELS}
      wordOf={channel => t(`waves.channel.${channel}`)}
      onChange={props.onChange}
    />
  )
}
