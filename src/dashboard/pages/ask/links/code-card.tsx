import { useState } from 'react'
import { valueTitle } from '../../../../vocabulary/index.ts'
import type { OpenLink } from '../../../../vocabulary/open-link.ts'
import { address } from '../../../api.ts'
import { Card, Select, useWords } from '../../../ui/index.ts'

const CARDS = ['1', '2', '4', '8'] as const

/** The code of a link: as a sheet to print, or alone. */
export function CodeCard({ link }: { link: OpenLink }) {
  const { t, language: own } = useWords()
  const [cards, setCards] = useState<(typeof CARDS)[number]>('1')
  const [language, setLanguage] = useState(
    link.language ?? link.languages.find(code => code === own) ?? link.languages[0],
  )
  const file = (format: 'pdf' | 'svg' | 'png') =>
    address(`/open-links/${link.openLinkId}/sheet`, { format, language, ...(format === 'pdf' ? { cards } : {}) })
  return (
    <Card title={t('links.code')} span={12}>
      <div className="link-code">
        <img src={file('svg')} alt={t('links.code')} width={144} height={144} />
        <div className="stack">
          <p className="small">{t('links.codeNote')}</p>
          <div className="row">
            <Select
              label={t('links.cards')}
              value={cards}
              options={CARDS.map(value => ({ value, label: t(`links.cardsValue.${value}`) }))}
              onChange={event => setCards(event.target.value as typeof cards)}
            />
            <Select
              label={t('links.language')}
              value={language}
              options={link.languages.map(value => ({ value, label: valueTitle('language', value, own) }))}
              onChange={event => setLanguage(link.languages.find(code => code === event.target.value) ?? language)}
            />
          </div>
          <div className="row">
            <a className="btn primary" href={file('pdf')} download>
              {t('links.sheet')}
            </a>
            <a className="btn" href={file('svg')} download>
              {t('links.svg')}
            </a>
            <a className="btn" href={file('png')} download>
              {t('links.png')}
            </a>
          </div>
        </div>
      </div>
    </Card>
  )
}
