import { useState } from 'react'
import { LINK_CHANNELS, type LinkChannel, OpenLink } from '../../../../vocabulary/open-link.ts'
import type { Survey } from '../../../../vocabulary/survey.ts'
import { useMake } from '../../../shell/use-make.ts'
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
  const { make, busy } = useMake('open-links', OpenLink, made => `/ask/links/${made.openLinkId}`)
  const [name, setName] = useState('')
  const [surveyId, setSurveyId] = useState(surveys[0]?.surveyId ?? '')
  const [channel, setChannel] = useState<LinkChannel>('link')
  const [origins, setOrigins] = useState('')
  const given = { name, surveyId, channel, origins: channel === 'link' ? [] : linesOf(origins) }
  return (
    <Form does={t('links.make')} busy={busy} onSubmit={() => void make(given, t('links.made'))}>
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
