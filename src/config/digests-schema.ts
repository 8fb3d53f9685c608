import { z } from 'zod'
import { durationSchema } from './duration-schema.ts'
import { idSchema } from './id-schema.ts'
import { isMailAddress } from './is-mail-address.ts'
import { nameSchema } from './name-schema.ts'
import { timezoneSchema } from './timezone-schema.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const RECIPIENT = 'a mail address, or $NAME of an environment variable that holds one'
const TIME = 'a time of day from 00:00 to 23:59, such as 07:00'
const LANGUAGE = 'a language such as en, uk or de'
const MINUTE_MS = 60_000
const WAIT = 'a duration of 1 to 60 minutes, such as 2m'

const timeSchema = z.string(TIME).regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, TIME)

const recipientSchema = z
  .string(RECIPIENT)
  .refine((text) => /^\$[A-Z_][A-Z0-9_]*$/.test(text) || isMailAddress(text), RECIPIENT)

const instantSchema = z.strictObject(
  {
    settle: waitSchema('2m').meta({ description: 'A mail waits until nothing arrived for this long …' }),
    'longest-wait': waitSchema('5m').meta({ description: '… but not longer than this after the first.' }),
    'per-hour': countSchema(60).prefault(6).meta({ description: 'Mails an hour; what is over goes into the next.' }),
    'quiet-hours': z
      .strictObject({ from: timeSchema, until: timeSchema }, 'a map with from and until')
      .refine(({ from, until }) => from !== until, 'two different times of day')
      .optional()
      .meta({
        description: 'Local times of day between which nothing is sent; what comes meanwhile is one mail afterwards.',
        examples: [{ from: '22:00', until: '07:00' }],
      }),
  },
  'a map of instant settings',
)

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
      every: z.enum(['day', 'week', 'instant'], 'day, week or instant').prefault('day').meta({
        description:
          'A mail a day; a roll-up a week, on its one day, Monday when left out; or a mail soon after something arrives.',
      }),
      at: timeSchema.optional().meta({
        description: 'Local time of day. Every digest needs it that is not instant.',
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
        description: 'What to do when there is nothing new. With skip a sign of life comes after a week without mail.',
      }),
      backlog: z.enum(['skip', 'include'], 'skip or include').prefault('include').meta({
        description:
          'What a first run does with what feeds already list: leave it, or take the last hours (settings: backlog).',
      }),
      languages: z
        .array(z.string(LANGUAGE).regex(/^[a-z]{2,3}$/, LANGUAGE), 'a list of languages')
        .min(1, 'at least one language, or no key languages for all')
        .optional()
        .meta({ description: 'Languages of the articles; all when left out.', examples: [['en', 'uk']] }),
      'max-items': countSchema(1_000).prefault(60).meta({ description: 'Items in one mail; the rest is counted.' }),
      order: z.enum(['weight', 'time'], 'weight or time').prefault('weight').meta({
        description:
          'What comes first under a topic: what most independent outlets carry, or what is newest. A roll-up has the former.',
      }),
      'min-weight': countSchema(100).prefault(1).meta({
        description:
          'How many independent outlets must carry a story for it to be told; the others are counted, and told when more do.',
      }),
      instant: instantSchema.prefault({}).meta({ description: 'How an instant digest gathers.' }),
    },
    'a digest: a map with id, at and to',
  )
  .superRefine(checkRhythm)
  .meta({ examples: [{ id: 'morning', name: 'Morning digest', at: '07:00', to: ['$DIGEST_TO'] }] })

export const digestsSchema = z
  .strictObject(
    { digests: z.array(digestSchema, 'a list of digests').min(1, 'at least one digest') },
    'a map with the key digests',
  )
  .meta({ title: 'Nightdesk digests', description: 'Which mails go out, when, and to whom.' })

function countSchema(most: number) {
  const expected = `a whole number from 1 to ${most}`
  return z.int(expected).min(1, expected).max(most, expected)
}

function waitSchema(usual: string) {
  return durationSchema.refine((ms) => ms >= MINUTE_MS && ms <= 60 * MINUTE_MS, WAIT).prefault(usual)
}

interface Rhythm {
  readonly every: 'day' | 'week' | 'instant'
  readonly at?: string | undefined
  readonly days?: readonly string[] | undefined
  readonly 'when-empty': 'skip' | 'send'
  readonly instant: { readonly settle: number; readonly 'longest-wait': number }
}

function checkRhythm(digest: Rhythm, context: z.RefinementCtx): void {
  const refuse = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message })
  const { every, at, days = [], instant } = digest
  if (every !== 'instant' && at === undefined) refuse('at', TIME)
  if (every === 'week' && days.length > 1) refuse('days', 'one weekday for a digest a week')
  if (every === 'instant' && at !== undefined) refuse('at', 'no time of day for an instant digest')
  if (every === 'instant' && days.length > 0) refuse('days', 'no weekdays for an instant digest')
  if (every === 'instant' && digest['when-empty'] === 'send') refuse('when-empty', 'skip for an instant digest')
  if (instant['longest-wait'] < instant.settle) refuse('instant', 'a longest-wait that is no shorter than settle')
}
