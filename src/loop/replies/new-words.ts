/** A line that says "on … somebody wrote", in the languages of mail programs, when a quotation follows. */
const ATTRIBUTION =
  /^(?:>\s*)?(?:(?:on|am|le|el|il|em|op|den|w dniu|dne|dňa|la|pe|στις)\b.{4,200}\b(?:wrote|schrieb(?: .{1,120})?|a écrit|escribió|ha scritto|escreveu|schreef(?: .{1,120})?|skrev(?: .{1,120})?|napisał\(?a?\)?|napsal\(?a?\)?|írta|a scris|έγραψε)\s*:?|.{4,200}\b(?:kirjoitti|kirjutas|rašė|rakstīja|yazdı|пише|написав\(?(?:ла)?\)?)\s*:?|.{4,200}(?:写道|写到|のメール|wrote|schrieb|kirjoitti)\s*[:：])$/iu

/** The head of a quoted mail as Outlook and others write it. */
const QUOTED_HEAD =
  /^\*?(?:from|von|de|da|lähettäjä|från|fra|van|od|od:|feladó|de la|kimden|від|saatja|no|nuo|发件人|差出人|من)\*?\s*[:：]\s*\S/iu
const QUOTED_HEAD_NEXT =
  /^\*?(?:sent|date|gesendet|datum|envoyé|enviado|inviato|data|lähetetty|päiväys|skickat|sendt|dato|verzonden|wysłano|odesláno|küldve|trimis|gönderilme|надіслано|saadetud|nosūtīts|išsiųsta|发送时间|送信日時|to|an|à|para|vastaanottaja|till|til)\*?\s*[:：]/iu
const RULE =
  /^(?:_{10,}|-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|alkuperäinen viesti|ursprungligt meddelande|mensaje original|messaggio originale|oorspronkelijk bericht|weitergeleitete nachricht|forwarded message)\s*-{2,})$/iu
const SIGNATURE = /^-- ?$/
const PHONE_FOOT =
  /^(?:sent from (?:my|outlook)|von meinem .{2,40} gesendet|gesendet von|envoyé (?:de mon|depuis)|enviado (?:desde|do)|inviato da|lähetetty .{2,60}|skickat från|sendt fra|verstuurd vanaf|verzonden vanaf|wysłane z|odesláno z|get outlook for|outlook für .{2,20} herunterladen)\b.{0,80}$/iu

/** What a person wrote anew: without the mail they answer to, without signature and the foot of their phone. */
export function newWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line, i) =>
    endsHere(line.trim(), lines[i + 1]?.trim() ?? '', lines[i + 2]?.trim() ?? ''),
  )
  const own = (end < 0 ? lines : lines.slice(0, end)).filter(line => !/^\s*>/.test(line))
  return own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function endsHere(line: string, next: string, afterNext: string): boolean {
  if (SIGNATURE.test(line) || RULE.test(line) || PHONE_FOOT.test(line)) return true
  if (QUOTED_HEAD.test(line) && (QUOTED_HEAD_NEXT.test(next) || QUOTED_HEAD_NEXT.test(afterNext))) return true
  // Long attributions are broken over two lines.
  return (
    line !== '' &&
    (ATTRIBUTION.test(line) || (/^(?:on|am|le|el|il|op|den)\b/iu.test(line) && ATTRIBUTION.test(`${line} ${next}`)))
  )
}

/** The number in the first line when nothing else stands there and it is a whole one from 0 to 10; else null. */
export function bareScore(words: string): number | null {
  const [first = ''] = words.split('\n')
  const found = first.trim().match(/^(10|[0-9])\s*[.!]?$/)
  return found ? Number(found[1]) : null
}

/** What stands below the number. */
export const belowFirstLine = (words: string): string | null => words.split('\n').slice(1).join('\n').trim() || null
