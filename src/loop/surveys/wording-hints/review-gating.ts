import type { Wording, WordingLanguage } from '../../../vocabulary/index.ts'
import type { Rule } from './rule.ts'

const PORTALS =
  /(^|\.)(google\.[a-z.]+|g\.page|goo\.gl|trustpilot\.com|trustedshops\.[a-z.]+|capterra\.[a-z.]+|g2\.com|yelp\.[a-z.]+|tripadvisor\.[a-z.]+|provenexpert\.com|kununu\.com|omr\.com|holidaycheck\.[a-z.]+)$/i

const portalOf = (address: string | undefined): string | null => {
  const host = address ? new URL(address).hostname : ''
  return PORTALS.test(host) ? host : null
}

// Public reviews asked of the happy alone are a false picture; portals and laws forbid it (16 CFR 465, § 5b UWG).
export default {
  look: ({ wordings }) => {
    const texts = Object.entries(wordings.texts) as [WordingLanguage, Wording][]
    return texts.flatMap(([language, { nextStep }]) => {
      const portal = portalOf(nextStep.promoter?.address)
      const offered = portalOf(nextStep.passive?.address) && portalOf(nextStep.detractor?.address)
      return portal && !offered ? [{ path: `texts.${language}.nextStep.promoter`, language, found: portal }] : []
    })
  },
  examples: {
    wrong: [{ change: { nextStep: { promoter: review() } } }],
    right: [
      { change: { nextStep: { promoter: review(), passive: review(), detractor: review() } } },
      { change: { nextStep: { promoter: { label: 'Tell a friend', address: 'https://nordwind.example/friends' } } } },
    ],
  },
} satisfies Rule

function review() {
  return { label: 'Write a review', address: 'https://www.trustpilot.com/review/nordwind.example' }
}
