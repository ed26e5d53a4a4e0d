import { generic } from './sms-grounds/generic.ts'
import type { ProviderGround } from './sms-grounds/ground.ts'
import { seven } from './sms-grounds/seven.ts'
import { sinch } from './sms-grounds/sinch.ts'
import { twilio } from './sms-grounds/twilio.ts'
import { vonage } from './sms-grounds/vonage.ts'

export type { ProviderGround } from './sms-grounds/ground.ts'

/** Every provider on the shelf. */
export const PROVIDERS: ProviderGround[] = [generic, twilio, seven, vonage, sinch]
