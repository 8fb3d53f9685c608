import type { z } from 'zod'
import type { SourceFile, ValuePath } from './source-file.ts'

export interface Placed<Value> {
  readonly path: ValuePath
  readonly value: Value
}

/** The entries of the list under `key` that have the shape of `schema`: one bad entry does not hide the others' mistakes. */
export function wellFormed<Value>(source: SourceFile, key: string, schema: z.ZodType<Value>): readonly Placed<Value>[] {
  return listAt(source.value, key).flatMap((entry, index) => {
    const result = schema.safeParse(entry)
    return result.success ? [{ path: [key, index], value: result.data }] : []
  })
}

/** Every text under `field` of the entries in the list under `key`, malformed entries included; a list gives each of its texts. */
export function declaredTexts(source: SourceFile, key: string, field: string): readonly Placed<string>[] {
  return listAt(source.value, key).flatMap((entry, index) => {
    const value = fieldOf(entry, field)
    const path = [key, index, field]
    if (typeof value === 'string') return [{ path, value }]
    if (!Array.isArray(value)) return []
    return value.flatMap((text: unknown, at) =>
      typeof text === 'string' ? [{ path: [...path, at], value: text }] : [],
    )
  })
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key)
  return Array.isArray(list) ? list : []
}

export function fieldOf(map: unknown, key: string): unknown {
  if (typeof map !== 'object' || map === null) return undefined
  return Object.getOwnPropertyDescriptor(map, key)?.value
}
