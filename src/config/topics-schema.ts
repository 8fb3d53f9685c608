import { z } from 'zod'
import { idSchema } from './id-schema.ts'
import { nameSchema } from './name-schema.ts'
import { phraseListSchema } from './phrase-list-schema.ts'

export const topicSchema = z
  .strictObject(
    {
      id: idSchema,
      name: nameSchema.optional().meta({
        description: 'The heading in the digest; made from the id when left out.',
        examples: ['Peace proposals'],
      }),
      any: phraseListSchema.optional().meta({
        description: 'One of these must stand in the article.',
        examples: [['peace offer', 'cease-fire']],
      }),
      all: phraseListSchema.optional().meta({
        description: 'All of these must stand in it.',
        examples: [['Ukraine']],
      }),
      none: phraseListSchema.optional().meta({
        description: 'None of these may stand in it.',
        examples: [['chess']],
      }),
    },
    'a topic: a map with id and any',
  )
  .refine((topic) => topic.any !== undefined || topic.all !== undefined, 'a topic with a list of phrases in any or all')
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
