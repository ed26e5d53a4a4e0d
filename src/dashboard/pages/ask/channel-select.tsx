import { ASKING_CHANNELS, AskingChannel } from '../../../vocabulary/rolling-plan.ts'
import { Select, useWords } from '../../ui/index.ts'

/** How people are reached. */
export function ChannelSelect(props: { channel: AskingChannel; onChange: (channel: AskingChannel) => void }) {
  const { t } = useWords()
  return (
    <Select
      label={t('waves.channel.label')}
      hint={t('waves.channel.hint')}
      value={props.channel}
      options={ASKING_CHANNELS.map(value => ({ value, label: t(`waves.channel.${value}`) }))}
      onChange={event => props.onChange(AskingChannel.parse(event.target.value))}
    />
  )
}
