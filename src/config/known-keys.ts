import { z } from 'zod'
import type { ValuePath } from './source-file.ts'

/** The keys a schema allows in the map at `path`. */
export function knownKeys(schema: z.ZodType, path: ValuePath): readonly string[] {
  let inner: unknown = schema
  for (const step of path) {
    const outer = unwrap(inner)
    if (outer instanceof z.ZodObject) inner = outer.shape[step]
    else if (outer instanceof z.ZodArray) inner = outer.element
    else if (outer instanceof z.ZodRecord) inner = outer.valueType
    else return []
  }
  const map = unwrap(inner)
  return map instanceof z.ZodObject ? Object.keys(map.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault) return unwrap(schema.unwrap())
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema
}
