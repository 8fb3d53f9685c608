import { z } from 'zod'
import { durationSchema } from './duration-schema.ts'
import { isMailAddress } from './is-mail-address.ts'
import { keepSchema } from './keep-schema.ts'
import { mailSettingsSchema } from './mail-settings-schema.ts'
import { sizeSchema } from './size-schema.ts'
import { timezoneSchema } from './timezone-schema.ts'

const CONTACT = 'an http or https URL, or mailto: and an address'
const HOST = 'a host name or address without scheme and port, such as wiki.intranet.example'

const hostSchema = z.string(HOST).regex(/^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])$/, HOST)

const fetchSchema = z.strictObject(
  {
    'host-gap': durationSchema.prefault('1s').meta({ description: 'Between two requests to one host.' }),
    'max-per-host': countSchema(64).prefault(2).meta({ description: 'Requests in flight to one host.' }),
    'connect-timeout': durationSchema.prefault('10s').meta({ description: 'For reaching a host.' }),
    'total-timeout': durationSchema.prefault('30s').meta({ description: 'For one feed or page in all.' }),
    'max-bytes': sizeSchema.prefault('15 MiB').meta({ description: 'Of a feed or page after decoding.' }),
    'allow-private-hosts': z
      .array(hostSchema, 'a list of hosts')
      .prefault([])
      .meta({
        description: 'Hosts of your own network that may be read; all other private addresses are refused.',
        examples: [['wiki.intranet.example']],
      }),
    'respect-robots': z.boolean('true or false').prefault(true).meta({ description: 'Obey robots.txt for pages.' }),
  },
  'a map of fetch settings',
)

const extractionSchema = z.strictObject(
  {
    threads: countSchema(64).prefault(2).meta({ description: 'Pages read at the same time.' }),
    timeout: durationSchema.prefault('10s').meta({ description: 'For one page; then its thread is ended.' }),
    heap: sizeSchema.prefault('256 MiB').meta({ description: 'Memory of one thread.' }),
  },
  'a map of extraction settings',
)

const concurrencySchema = z.strictObject(
  {
    'poll-feed': countSchema(1000).prefault(20),
    'read-article': countSchema(1000).prefault(8),
    'match-article': countSchema(1000).prefault(4),
    'send-digest': countSchema(1000).prefault(2),
  },
  'a map of concurrency settings',
)

export const settingsSchema = z
  .strictObject(
    {
      contact: z
        .string(CONTACT)
        .refine(isContact, CONTACT)
        .prefault('mailto:desk@localhost')
        .meta({
          description: 'How a site reaches you; part of the User-Agent.',
          examples: ['https://desk.example.org/about', 'mailto:desk@example.org'],
        }),
      timezone: timezoneSchema.prefault('UTC').meta({ description: 'Zone of the desk, for digests that name none.' }),
      fetch: fetchSchema.prefault({}).meta({ description: 'How the desk asks other hosts.' }),
      extraction: extractionSchema.prefault({}).meta({ description: 'The threads that find the article in a page.' }),
      concurrency: concurrencySchema.prefault({}).meta({ description: 'Jobs of one step at a time in one process.' }),
      mail: mailSettingsSchema.prefault({}).meta({ description: 'Addresses and signature of the mails.' }),
      backlog: durationSchema.prefault('24h').meta({ description: 'How far back a first run reaches.' }),
      'keep-articles': durationSchema.prefault('90d').meta({ description: 'How long articles are kept.' }),
      'keep-pages': keepSchema.prefault('7d').meta({
        description: 'How long pages are kept as they were served, for another reading; 0 keeps none.',
      }),
      rematch: durationSchema
        .prefault('7d')
        .meta({ description: 'How far back stored articles are judged again when topics change; none is mailed.' }),
    },
    'a map of settings',
  )
  .meta({ title: 'Nightdesk settings', description: 'How the desk works. Every key may be left out.' })

function countSchema(most: number) {
  const expected = `a whole number from 1 to ${most}`
  return z.int(expected).min(1, expected).max(most, expected)
}

function isContact(text: string): boolean {
  if (text.startsWith('mailto:')) return isMailAddress(text.slice('mailto:'.length))
  return /^https?:\/\/[^\s/]\S*$/.test(text) && URL.canParse(text)
}
