import { inTexts, type Rule } from './rule.ts'

const SHORTEST = 4

/** A company is named by its whole name or the word that people call it by: "Nordwind" of "Nordwind Software GmbH". */
function isNamed(text: string, company: string): boolean {
  const [first = ''] = company.split(/\s+/)
  const names = [company, ...(first.length >= SHORTEST ? [first] : [])].filter(Boolean)
  return /\{\{\s*company\s*\}\}/.test(text) || names.some(name => text.toLowerCase().includes(name.toLowerCase()))
}

// "Us" is nobody in a text message, and on a link that somebody forwarded.
export default {
  look: inTexts(['question', 'sms'], ({ path, text, role }, { company }) => {
    const first = role === 'sms' || /^texts\.[a-z]+\.question$/.test(path)
    return first && !isNamed(text, company) ? [text] : []
  }),
  examples: {
    wrong: [
      { change: { question: 'How likely is it that you would recommend us?' } },
      { change: { smsText: 'One question for you:' } },
    ],
    right: [
      { change: { question: 'How likely is it that you would recommend {{company}}?' } },
      { change: { question: 'How likely is it that you would recommend NORDWIND?' } },
      { change: { smsText: '' } },
    ],
  },
} satisfies Rule
