import { z } from 'zod'
import { idSchema } from './id-schema.ts'
import { nameSchema } from './name-schema.ts'
import { phraseListSchema } from './phrase-list-schema.ts'

const DAY = 'a day written as 2024-10-01'

const daySchema = z
  .string(DAY)
  .refine(isDay, DAY)
  .meta({ format: 'date', examples: ['2024-10-01'] })

const tenureSchema = z.strictObject(
  {
    role: idSchema.meta({ description: 'Id of a role declared above.', examples: ['nato-secretary-general'] }),
    from: daySchema.meta({ description: 'First day in office.' }),
    to: daySchema
      .optional()
      .meta({ description: "First day out of office: the successor's first; left out while it lasts." }),
  },
  'an office held: a map with role and from',
)

const vacancySchema = z.strictObject(
  {
    from: daySchema.meta({ description: 'First day without a holder.' }),
    to: daySchema.optional().meta({ description: "First day with one again: the next holder's first." }),
  },
  'a vacancy: a map with from',
)

export const roleSchema = z
  .strictObject(
    {
      id: idSchema,
      names: phraseListSchema.meta({ description: 'How texts name the office.' }),
      vacant: z
        .array(vacancySchema, 'a list of vacancies')
        .min(1, 'at least one vacancy, or no key vacant')
        .optional()
        .meta({ description: 'When it is known that nobody held it; other gaps between holders are told by lint.' }),
    },
    'a role: a map with id and names',
  )
  .meta({ examples: [{ id: 'nato-secretary-general', names: ['NATO Secretary General', 'Alliance chief'] }] })

export const personSchema = z
  .strictObject(
    {
      id: idSchema,
      name: nameSchema.meta({ description: 'As readers see it.' }),
      names: phraseListSchema.optional().meta({
        description: 'How else texts name the person, in any script.',
        examples: [['Stoltenberg', 'Столтенберг']],
      }),
      held: z
        .array(tenureSchema, 'a list of offices held')
        .min(1, 'at least one office, or no key held')
        .optional()
        .meta({ description: 'Offices held; an article is judged by who held them on its own day.' }),
    },
    'a person: a map with id and name',
  )
  .meta({ examples: [{ id: 'mark-rutte', name: 'Mark Rutte', names: ['Rutte'] }] })

export const peopleSchema = z
  .strictObject(
    {
      roles: z.array(roleSchema, 'a list of roles').optional(),
      people: z.array(personSchema, 'a list of people').optional(),
      aliases: z
        .record(z.string(), phraseListSchema, 'a map from a name to its other spellings')
        .optional()
        .meta({
          description: 'Other spellings of a name: a topic that asks for one finds them all.',
          examples: [{ Kyiv: ['Kiev', 'Київ', 'Киев'] }],
        }),
    },
    'a map with the keys roles, people and aliases',
  )
  .meta({ title: 'Nightdesk people', description: 'Who holds which office, and how names are spelled.' })

function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
}
