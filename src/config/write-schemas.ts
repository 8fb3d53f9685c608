import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderSchemas } from './render-schemas.ts'

const dir = join(import.meta.dirname, '../../config/schema')

await mkdir(dir, { recursive: true })
for (const [name, schema] of renderSchemas()) await writeFile(join(dir, name), schema)
