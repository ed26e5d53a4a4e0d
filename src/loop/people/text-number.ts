import { phoneNumber } from '../../platform/phone.ts'

/** The number of a person as texts are sent to it, so that an objection meets the very address a send would take. */
export const textNumber = (person: { phone: string | null; phoneCountry: string | null }): string | null =>
  person.phone && (phoneNumber(person.phone, person.phoneCountry) ?? person.phone)
