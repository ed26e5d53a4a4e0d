import type { ColumnRole } from '../../vocabulary/index.ts'

/** The words by which files name a column, in the languages we meet; tested on lower case without accents. */
export const COLUMN_NAMES: Partial<Record<ColumnRole, RegExp[]>> = {
  score: [
    /^(nps|nps score|nps wert|nps rating|nps arvosana)$|^net ?pro/,
    /how likely|wie wahrscheinlich|kuinka todennakoise/,
    /recommend|weiterempf|empfehl|suosittel|recomend|recommand|raccomand|aanbevel|rekommend|anbefal|polecen|polecil/,
    /\b(nps|ltr)\b(?!.*(group|gruppe|category|kategorie|type|typ|segment|ryhma))/,
    /^(score|scoring|bewertung|note|punkte|punktzahl|arvosana|arvio|pisteet|puntuacion|calificacion|voto|cijfer|betyg|karakter|rating|rec|value|wert|arvo|answer|antwort|vastaus)$/,
    /\b(score|bewertung|rating|arvosana|punkte|pisteet)\b/,
  ],
  comment: [
    /^(comments?|kommentare?|kommentti|kommentit|palaute|avoin palaute|feedback|remarks?|bemerkung(en)?|verbatim|freitext|text|perustelut?|begrundung|grund|reason|comentarios?|commentaires?|opmerking(en)?|hs content|other feedback)$/,
    /\b(comment|kommentar|kommentti|palaute|feedback|verbatim|freitext|begrundung|perustelu)\b/,
    /(main|primary) reason|why did you|warum|miksi|hauptgrund|was ist der grund|tell us more/,
  ],
  answered_at: [
    /^(answered|responded|submitted|completed|recorded|response|survey)( at| on| date| time| timestamp)?$|^(date|datum|pvm|paivamaara|paivays|aikaleima|zeitstempel|timestamp|fecha|data|hs timestamp)$/,
    /(submit|recorded|response|answer|antwort|beantwortet|vastaus|vastattu|completion|end) ?(date|time|datum|pvm|zeit|aika|am)?\b.*(date|time|datum|pvm|utc|am)?$/,
    /^(created|created at|createdat|created date|createddate|erstellt|erstellt am|luotu)$/,
    /\b(date|datum|paivamaara|timestamp)\b/,
  ],
  response_id: [
    /^(response|answer|antwort|vastaus|submission|survey response|respondent|resp) ?(id|nr|no|num|number|nummer)$|^(responseid|respnum|id|#|uuid|hs object id)$/,
  ],
  weight: [
    /^(weight|weights|gewicht|gewichtung|paino|painokerroin|poids|peso|wt|wgt|weighting|hochrechnungsfaktor|survey weight)$/,
    /\b(weight|gewichtung|painokerroin)\b/,
  ],
  channel: [/^(channel|kanal|kanava|survey channel|distribution ?channel|canal)$/],
  wave: [/^(wave|welle|befragungswelle|aalto|kierros|kysely ?kierros|tutkimuskierros|round|survey round|vague|ola)$/],
  external_id: [
    /^(customer|kunden?|asiakas|client|user|member|contact|person|external|crm|end user|persona|konto|account|kontakt) ?(id|nr|no|number|nummer|numero|tunnus|key|ref|reference|referenz)$|^(customerid|kundennr|asiakasnumero|externalid|externaldatareference|externalreference|userid|cid)$/,
  ],
  email: [
    /^(e ?mail|mail|e ?mail ?adresse|email ?address|mailadresse|sahkoposti|sahkopostiosoite|correo|courriel|recipientemail|person email|contact email|customer email)$/,
    /\be ?mail\b|sahkoposti/,
  ],
  phone: [
    /^(phone|phone number|telefon|telefonnummer|puhelin|puhelinnumero|mobile|mobil|handy|telephone|telefono|person phone number)$/,
  ],
  first_name: [/^(first ?name|vorname|etunimi|given name|recipientfirstname|prenom)$/],
  last_name: [/^(last ?name|nachname|sukunimi|surname|family name|recipientlastname)$/],
  name: [/^(name|full ?name|customer ?name|kundenname|asiakkaan nimi|nimi|nombre|nom|person name|contact name)$/],
  company: [
    /^(company|company ?name|firma|unternehmen|organisation|organization|yritys|empresa|societe|account name)$/,
  ],
  language: [/^(language|sprache|kieli|locale|lang|user ?language|idioma|langue)$/],
  country: [/^(country|land|maa|country code|landeskennung|pais|pays)$/],
  time_zone: [/^(time ?zone|zeitzone|aikavyohyke|tz)$/],
  unsubscribed: [
    /^(unsubscribed|unsubscribed at|unsubscribe|opt ?out|opted out|abgemeldet|abgemeldet am|widerspruch|werbesperre|peruttu|perunut|kielto|markkinointikielto|do not (contact|email|mail))$/,
  ],
  bounced: [/^(bounced|bounced at|bounce|hard bounce|unzustellbar|palautunut|email status)$/],
  kind: [/^(kind|type|event type|art|typ|tyyppi|laji|touchpoint|vorgangsart)$/],
  title: [
    /^(title|titel|otsikko|subject|betreff|aihe|summary|product|produkt|tuote|artikel|description|beschreibung)$/,
  ],
  body: [/^(body|details?|inhalt|sisalto|message|nachricht|viesti|notes?|notiz)$/],
  state: [/^(state|status|tila|zustand)$/],
  amount: [
    /^(amount|betrag|summa|total|gesamtbetrag|price|preis|hinta|value|umsatz|revenue|order value|order total|bestellwert)$/,
  ],
  currency: [/^(currency|wahrung|valuutta|currency code)$/],
  discounted: [/^(discounted|discount|rabatt|rabattiert|alennus|reduced|sale)$/],
  source_id: [
    /^(order|ticket|call|event|source|bestell|auftrags|vorgangs|tilaus|tiketti|puhelu) ?(id|nr|no|number|nummer|numero|key)$|^(id|bestellnummer|tilausnumero|ticketnummer|orderid)$/,
  ],
  occurred_at: [
    /^(occurred( at| on)?|ordered( at| on)?|created( at| on)?|called( at| on)?|date|datum|pvm|paivamaara|timestamp|bestelldatum|order ?date|bestellt am|tilauspaiva|erstellt am|luotu)$/,
    /\b(date|datum|pvm|timestamp)\b/,
  ],
}

/** A header in the form that COLUMN_NAMES is written for. */
export const plainName = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()

/** How well a header names a role: 0 for its own word, more for weaker words, null for none. */
export function nameRank(role: ColumnRole, header: string): number | null {
  const spellings = [plainName(header), plainName(header.toLowerCase())]
  const rank = (COLUMN_NAMES[role] ?? []).findIndex(words => spellings.some(name => words.test(name)))
  return rank < 0 ? null : rank
}

/** Whether a header names a role at all. */
export const isNamed = (role: ColumnRole, header: string): boolean => nameRank(role, header) !== null
