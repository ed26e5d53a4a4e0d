import { addressesWithKeys } from './addresses-with-keys.ts'
import { changePreferences, FREQUENCIES, readPreferences } from './change-preferences.ts'
import { erasureRoutes } from './erasure-routes.ts'
import { askForConfirmation } from './opt-in.ts'
import { permissionRoutes } from './permission-routes.ts'
import { ensureAddress, suppressionOf } from './queries/addresses.ts'
import { phoneCountry } from './queries/people.ts'
import { readRoutes } from './read-routes.ts'
import { writeRoutes } from './write-routes.ts'

/** Station people: whom we may ask, on which basis, and who does not want to be asked. */
export type { Preferences } from './change-preferences.ts'
export { consentPages } from './consent-pages.ts'
export { erasePerson } from './erase-person.ts'
export { objectToMessages } from './object-to-messages.ts'
export { inAudience } from './queries/audience.ts'
export { readPerson } from './read-person.ts'
export { recordBasis } from './record-basis.ts'
export { requestErasure } from './request-erasure.ts'
export { savePerson } from './save-person.ts'

/** Addresses, and the keys under which objections to them stand. */
export const addresses = { withKeys: addressesWithKeys, phoneCountry, ensure: ensureAddress, suppressionOf }

/** What the holder of an address decides about it. */
export const preferences = {
  read: readPreferences,
  change: changePreferences,
  frequencies: FREQUENCIES,
  /** A consent that counts once it is confirmed. */
  askForConfirmation,
}

/** Every address of the station. */
export const routes = [...readRoutes, ...writeRoutes, ...erasureRoutes, ...permissionRoutes]
