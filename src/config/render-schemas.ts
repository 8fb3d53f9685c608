import { z } from 'zod'
import { digestsSchema } from './digests-schema.ts'
import { feedsSchema } from './feeds-schema.ts'
import { peopleSchema } from './people-schema.ts'
import { settingsSchema } from './settings-schema.ts'
import { topicsSchema } from './topics-schema.ts'

/** File name -> JSON Schema, by which editors complete and check the config while it is written. */
export function renderSchemas(): ReadonlyMap<string, string> {
  const schemas = {
    feeds: feedsSchema,
    topics: topicsSchema,
    people: peopleSchema,
    digests: digestsSchema,
    settings: settingsSchema,
  }
  return new Map(Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, renderSchema(schema)]))
}

/** Draft 7 is what editors' YAML servers know best. */
function renderSchema(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), undefined, 2)}\n`
}
