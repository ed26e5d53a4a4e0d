import { isWordKey, type Speak } from '../../../languages/index.ts'

/** The words for a channel: "by e-mail". */
export function channelText(channel: string, t: Speak): string {
  const key = `cases.channels.${channel}`
  return isWordKey(key) ? t(key) : channel
}

/** The name a case goes by; somebody unknown is named by the way they came. */
export const nameOf = (
  one: { personId: string | null; personName: string | null; company: string | null; channel: string },
  t: Speak,
): string =>
  one.personName ??
  one.company ??
  (one.personId ? t('people.nameless') : t('cases.list.unknown', { channel: channelText(one.channel, t) }))
