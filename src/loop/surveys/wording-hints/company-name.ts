import { inTexts, type Rule } from './rule.ts'

// "Us" is nobody in a text message, and on a link that somebody forwarded.
export default {
  look: inTexts(['question', 'sms'], ({ path, text, role }, { company }) => {
    const first = role === 'sms' || /^texts\.[a-z]+\.question$/.test(path)
    const named =
      /\{\{\s*company\s*\}\}/.test(text) || (company !== '' && text.toLowerCase().includes(company.toLowerCase()))
    return first && !named ? [text] : []
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
