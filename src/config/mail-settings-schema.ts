import { z } from 'zod'
import { isMailAddress } from './is-mail-address.ts'

const ADDRESS = 'a mail address, such as bounces@desk.example.org'
const DOMAIN = 'a domain such as desk.example.org'
const SELECTOR = 'a DKIM selector such as desk2026, the name before ._domainkey in DNS'

const addressSchema = z.string(ADDRESS).refine(isMailAddress, ADDRESS)

export const mailSettingsSchema = z.strictObject(
  {
    'bounce-address': addressSchema.optional().meta({
      description: "Where mails that cannot be delivered come back to; the sender's address when left out.",
    }),
    'unsubscribe-address': addressSchema.optional().meta({
      description: 'An address whose reader takes people off the list; mail programs offer to write to it.',
    }),
    dkim: z
      .strictObject(
        {
          selector: z.string(SELECTOR).regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, SELECTOR),
          domain: z
            .string(DOMAIN)
            .regex(/^[A-Za-z0-9.-]+$/, DOMAIN)
            .optional()
            .meta({ description: "The domain that signs; that of the sender's address when left out." }),
        },
        'a map with selector',
      )
      .optional()
      .meta({ description: 'Signs every mail by the key in the environment variable DKIM_KEY.' }),
  },
  'a map of mail settings',
)
