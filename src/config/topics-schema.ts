import { z } from 'zod'
import { idSchema } from './id-schema.ts'
import { languageSchema } from './language-schema.ts'
import { nameSchema } from './name-schema.ts'

const QUERY = 'a query: words, "phrases", AND, OR, NOT, NEAR/5 and fields such as title:'
const PRIORITY = 'a whole number from -100 to 100'
const AT_LEAST = 'a number above 0: what the weights must add up to'
const WEIGHT = 'a weight: a number, below 0 for what speaks against it'
const CLAUSES = 'a topic with phrases in any or all, a query or a score'
const RECIPE = 'none alone says only what must not be there'

/** What it says is judged by the query parser, which points into the text. */
const querySchema = z
  .string(QUERY)
  .max(4_000, 'a query of 4,000 characters at most')
  .meta({
    examples: ['peace* NEAR/5 (offer OR plan OR deal) AND Ukraine'],
  })

const phrasesSchema = z
  .array(
    z.string('a phrase').max(200, 'a phrase of 200 characters at most').meta({
      description:
        'Words that stand together, in any form. =Word is found as written alone, negotiat* whatever begins so, "asset freeze"~2 with two words between.',
    }),
    'a list of phrases',
  )
  .min(1, 'a list with at least one phrase')

const scoreSchema = z
  .strictObject(
    {
      'at-least': z.number(AT_LEAST).positive(AT_LEAST).meta({ description: 'What the weights must add up to.' }),
      terms: z
        .record(z.string(), z.number(WEIGHT), 'a map from terms to weights')
        .refine((terms) => Object.keys(terms).length > 0, 'at least one term with its weight')
        .meta({ description: 'Terms, each a query of its own, and what each weighs when it is true.' }),
    },
    'a map with at-least and terms',
  )
  .meta({ examples: [{ 'at-least': 10, terms: { 'sanction*': 4, '"asset freeze"~2': 6, basketball: -20 } }] })

export const topicSchema = z
  .strictObject(
    {
      id: idSchema,
      name: nameSchema.optional().meta({
        description: 'The heading in the digest; made from the id when left out.',
        examples: ['Peace proposals'],
      }),
      any: phrasesSchema.optional().meta({
        description: 'One of these must stand in the article.',
        examples: [['peace offer', 'cease-fire']],
      }),
      all: phrasesSchema.optional().meta({
        description: 'All of these must stand in it.',
        examples: [['Ukraine']],
      }),
      none: phrasesSchema.optional().meta({
        description: 'None of these may stand in it.',
        examples: [['chess']],
      }),
      query: querySchema.optional().meta({ description: 'Must be true of the article.' }),
      score: scoreSchema.optional().meta({ description: 'Weights that must add up.' }),
      languages: listOf(languageSchema, 'a list of languages').meta({
        description: 'Only articles in these languages.',
        examples: [['en', 'uk']],
      }),
      feeds: listOf(idSchema, 'a list of ids of feeds').meta({ description: 'Only articles of these feeds.' }),
      outlets: listOf(nameSchema, 'a list of outlets').meta({ description: 'Only articles of these outlets.' }),
      priority: z
        .int(PRIORITY)
        .min(-100, PRIORITY)
        .max(100, PRIORITY)
        .optional()
        .meta({ description: 'Of two topics that an article matches, the higher one shows it; 0 when left out.' }),
      show: z.string('a phrase of this topic').optional().meta({
        description: 'The phrase of this topic whose sentence the digest shows first.',
      }),
    },
    'a topic: a map with id and any',
  )
  .superRefine((topic, context) => {
    const clauses = [topic.any, topic.all, topic.query, topic.score]
    if (clauses.some((clause) => clause !== undefined)) return
    const hint = topic.none === undefined ? {} : { params: { hint: RECIPE } }
    context.addIssue({ code: 'custom', message: CLAUSES, ...hint })
  })
  .meta({
    description: 'What to track: three lines are enough.',
    examples: [{ id: 'peace-proposals', name: 'Peace proposals', any: ['peace offer', 'cease-fire'] }],
  })

export const topicsSchema = z
  .strictObject(
    { topics: z.array(topicSchema, 'a list of topics').min(1, 'at least one topic') },
    'a map with the key topics',
  )
  .meta({ title: 'Nightdesk topics', description: 'What the desk tracks, in the order of the digest.' })

function listOf<Entry extends z.ZodType>(entry: Entry, expected: string) {
  return z.array(entry, expected).min(1, `${expected}, at least one`).optional()
}
