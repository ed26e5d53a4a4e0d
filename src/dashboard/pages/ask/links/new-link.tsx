import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { LINK_CHANNELS, type LinkChannel, OpenLink } from '../../../../vocabulary/open-link.ts'
import type { Survey } from '../../../../vocabulary/survey.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Choice, DialogButton, Field, Form, Select, useWords } from '../../../ui/index.ts'
import { linesOf } from './use-links.ts'

/** The button and dialog that make an open link. */
export function NewLink({ surveys }: { surveys: Survey[] }) {
  const { t } = useWords()
  if (surveys.length === 0) return null
  return (
    <DialogButton name={t('links.new')} kind="primary">
      {() => <NewLinkForm surveys={surveys} />}
    </DialogButton>
  )
}

function NewLinkForm({ surveys }: { surveys: Survey[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('open-links')
  const [name, setName] = useState('')
  const [surveyId, setSurveyId] = useState(surveys[0]?.surveyId ?? '')
  const [channel, setChannel] = useState<LinkChannel>('link')
  const [origins, setOrigins] = useState('')
  const create = async () => {
    const given = { name, surveyId, channel, origins: channel === 'link' ? [] : linesOf(origins) }
    const made = await run(() => send('POST', '/open-links', given, OpenLink), t('links.made'))
    if (made) await navigate({ to: `/ask/links/${made.openLinkId}` })
  }
  return (
    <Form does={t('links.make')} busy={busy} onSubmit={() => void create()}>
      <Choice
        label={t('links.channel')}
        hint={t(`links.channelHints.${channel}`)}
        value={channel}
        data-first
        of={LINK_CHANNELS}
        wordOf={own => t(`links.channels.${own}`)}
        onChange={setChannel}
      />
      <Select
        label={t('links.survey')}
        value={surveyId}
        options={surveys.map(survey => ({ value: survey.surveyId, label: survey.name }))}
        onChange={event => setSurveyId(event.target.value)}
      />
      <Field
        label={t('links.name')}
        hint={t('links.nameHint')}
        required
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      {(channel === 'widget' || channel === 'api') && (
        <Field
          label={t('links.origins')}
          hint={t('links.originsHint')}
          lines={2}
          required={channel === 'widget'}
          value={origins}
          onChange={event => setOrigins(event.target.value)}
        />
      )}
    </Form>
  )
}
