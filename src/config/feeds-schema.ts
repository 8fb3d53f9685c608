import { z } from 'zod'
import { durationSchema } from './duration-schema.ts'
import { idSchema } from './id-schema.ts'
import { nameSchema } from './name-schema.ts'
import { timezoneSchema } from './timezone-schema.ts'
import { webUrlSchema } from './web-url-schema.ts'

const LANGUAGE = 'a language tag, such as en or uk'

export const feedSchema = z
  .strictObject(
    {
      id: idSchema.optional().meta({
        description: 'Made from the URL when left out; write it to keep what the desk remembers when the URL changes.',
      }),
      url: webUrlSchema.meta({
        description: 'Where the RSS, Atom or JSON feed is.',
        examples: ['https://news.example/rss.xml'],
      }),
      outlet: nameSchema.meta({ description: 'Who publishes, as readers see it.', examples: ['European Pravda'] }),
      family: nameSchema.optional().meta({
        description: 'The publisher that several outlets belong to: together they count as one source of a story.',
        examples: ['Example Media Group'],
      }),
      timezone: timezoneSchema.optional().meta({
        description: 'Zone of dates that are printed without one; UTC when left out.',
        examples: ['Europe/Kyiv'],
      }),
      language: z
        .string(LANGUAGE)
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, LANGUAGE)
        .optional()
        .meta({ description: 'BCP 47 tag, when all of the feed is in one language.', examples: ['en', 'uk'] }),
      every: durationSchema.prefault('15m').meta({
        description: 'Shortest time between two polls.',
        examples: ['15m', '1h'],
      }),
    },
    'a feed: a map with url and outlet',
  )
  .meta({ description: 'One feed.', examples: [{ url: 'https://news.example/rss.xml', outlet: 'News Example' }] })

export const feedsSchema = z
  .strictObject(
    { feeds: z.array(feedSchema, 'a list of feeds').min(1, 'at least one feed') },
    'a map with the key feeds',
  )
  .meta({ title: 'Nightdesk feeds', description: 'Where the desk looks for news.' })
