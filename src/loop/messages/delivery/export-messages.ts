import { csvLine } from '../../../connections/index.ts'
import { isWordKey, type Language, say } from '../../../languages/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { Message } from '../../../vocabulary/index.ts'
import type { MessageFilter } from '../queries/lists.ts'
import { listMessages } from '../read-messages.ts'

const BYTE_ORDER_MARK = '\ufeff'
const PAGE = 200
const MOST_PAGES = 2500
const COLUMNS = [
  'address',
  'person',
  'channel',
  'purpose',
  'state',
  'reason',
  'outcome',
  'reply',
  'attempts',
  'changed',
  'sent',
] as const

type Reading = { workspaceId: string; language: Language }

/** The messages of a filter as a file, portion by portion. */
export function messagesFile(database: Database, reading: Reading, filter: MessageFilter) {
  const lines = messageLines(database, reading, filter)
  const content = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(new TextEncoder().encode(value))
    },
  })
  return { type: 'text/csv; charset=utf-8', fileName: 'messages.csv', content }
}

async function* messageLines(
  database: Database,
  reading: Reading,
  filter: MessageFilter,
): AsyncGenerator<string, void> {
  const { language } = reading
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(column => say(language, `delivery.csv.${column}`)))
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const portion = await database.readWorkspace(reading, reader =>
      listMessages(reader, filter, { limit: PAGE, cursor }),
    )
    yield portion.items.map(message => csvLine(cellsOf(message, language))).join('')
    if (!portion.next) return
    cursor = portion.next
  }
}

const cellsOf = (message: Message, language: Language): string[] => [
  message.address,
  message.personName ?? '',
  message.channel,
  word(language, `delivery.purposes.${message.purpose}`, message.purpose),
  word(language, `messages.states.${message.state}`, message.state),
  message.reason ? word(language, `messages.reasons.${message.reason}`, message.reason) : '',
  message.outcome ? word(language, `delivery.outcomes.${message.outcome}`, message.outcome) : '',
  message.providerReply ?? '',
  String(message.attempts),
  message.changedAt,
  message.acceptedAt ?? '',
]

const word = (language: Language, key: string, otherwise: string): string =>
  isWordKey(key) ? say(language, key) : otherwise
