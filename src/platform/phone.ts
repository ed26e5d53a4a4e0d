import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A phone number as + and digits (E.164), read as in `country` where it has no country code; null when it is none. */
export function phoneNumber(text: string | null | undefined, country: string | null | undefined): string | null {
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined
  const given = (text ?? '').trim().replace(/^00/, '+')
  const found = given.length <= 40 ? parsePhoneNumberFromString(given, home) : undefined
  return found?.isValid() ? found.number : null
}

/** The number as texts are sent to it, or the words themselves: an objection has to meet the very address a send would take. */
export const textNumber = (text: string, country: string | null | undefined): string =>
  phoneNumber(text, country) ?? text
