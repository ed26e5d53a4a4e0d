import type { ComparedWave, Proof } from '../../../vocabulary/index.ts'
import { ChipSelect, useWords } from '../../ui/index.ts'

type Choice = { survey?: string | undefined; from?: string | undefined; to?: string | undefined }

/** Which survey, and which two of its waves. */
export function WavePickers({ proof, choose }: { proof: Proof; choose: (choice: Choice) => void }) {
  const { t } = useWords()
  const survey = proof.surveys.find(one => one.surveyId === proof.surveyId)
  if (!survey) return null
  const option = (wave: ComparedWave) => ({ value: wave.waveId, label: wave.name })
  return (
    <>
      {proof.surveys.length > 1 && (
        <ChipSelect
          label={t('proof.survey')}
          value={survey.surveyId}
          options={proof.surveys.map(one => ({ value: one.surveyId, label: one.name }))}
          onChange={value => choose({ survey: value, from: undefined, to: undefined })}
        />
      )}
      {proof.from && proof.to && (
        <>
          <ChipSelect
            label={t('proof.fromWave')}
            value={proof.from.waveId}
            options={survey.waves.filter(wave => wave.waveId !== proof.to?.waveId).map(option)}
            onChange={from => choose({ survey: survey.surveyId, from, to: proof.to?.waveId })}
          />
          <span aria-hidden="true">→</span>
          <ChipSelect
            label={t('proof.toWave')}
            value={proof.to.waveId}
            options={survey.waves.filter(wave => wave.waveId !== proof.from?.waveId).map(option)}
            onChange={to => choose({ survey: survey.surveyId, from: proof.from?.waveId, to })}
          />
        </>
      )}
    </>
  )
}
