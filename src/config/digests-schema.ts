import { z } from 'zod'
import { idSchema } from './id-schema.ts'
import { isMailAddress } from './is-mail-address.ts'
import { nameSchema } from './name-schema.ts'
import { timezoneSchema } from './timezone-schema.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const RECIPIENT = 'a mail address, or $NAME of an environment variable that holds one'
const TIME = 'a time of day from 00:00 to 23:59, such as 07:00'

const recipientSchema = z
  .string(RECIPIENT)
  .refine((text) => /^\$[A-Z_][A-Z0-9_]*$/.test(text) || isMailAddress(text), RECIPIENT)

export const digestSchema = z
  .strictObject(
    {
      id: idSchema,
      name: nameSchema.optional().meta({ description: 'In subject and heading; made from the id when left out.' }),
      topics: z
        .array(idSchema, 'a list of topic ids')
        .min(1, 'at least one topic id, or no key topics for all')
        .optional()
        .meta({ description: 'Topic ids in the order of their sections; all topics when left out.' }),
      at: z
        .string(TIME)
        .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, TIME)
        .meta({
          description: 'Local time of day.',
          examples: ['07:00'],
        }),
      days: z
        .array(z.enum(weekdays, `a weekday: ${weekdays.join(', ')}`), 'a list of weekdays')
        .min(1, 'at least one weekday, or no key days for every day')
        .optional()
        .meta({ description: 'Every day when left out.', examples: [['mon', 'tue', 'wed', 'thu', 'fri']] }),
      timezone: timezoneSchema.optional().meta({
        description: "Zone of the recipients; the desk's when left out.",
        examples: ['Europe/Kyiv'],
      }),
      to: z
        .array(recipientSchema, 'a list of recipients')
        .min(1, 'at least one recipient')
        .meta({
          description: 'Mail addresses, or $NAME of an environment variable, so that no address need stand in a file.',
          examples: [['$DIGEST_TO'], ['desk@example.org']],
        }),
      'when-empty': z.enum(['skip', 'send'], 'skip or send').prefault('skip').meta({
        description: 'What to do when there is nothing new.',
      }),
      backlog: z.enum(['skip', 'include'], 'skip or include').prefault('include').meta({
        description:
          'What a first run does with what feeds already list: leave it, or take the last hours (settings: backlog).',
      }),
    },
    'a digest: a map with id, at and to',
  )
  .meta({ examples: [{ id: 'morning', name: 'Morning digest', at: '07:00', to: ['$DIGEST_TO'] }] })

export const digestsSchema = z
  .strictObject(
    { digests: z.array(digestSchema, 'a list of digests').min(1, 'at least one digest') },
    'a map with the key digests',
  )
  .meta({ title: 'Nightdesk digests', description: 'Which mails go out, when, and to whom.' })
