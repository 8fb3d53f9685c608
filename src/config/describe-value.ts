import { maskSecrets } from './mask-secrets.ts'

const SHOWN_TEXT_LENGTH = 60

/** A value of a config file in words: `the number 5`, `the text "abc"`, `an empty list`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${shorten(maskSecrets(value))}"`
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${value}`
  if (typeof value === 'boolean') return `the word ${value}`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  return Object.keys(value).length === 0 ? 'an empty map' : 'a map of keys and values'
}

function shorten(text: string): string {
  return text.length <= SHOWN_TEXT_LENGTH ? text : `${text.slice(0, SHOWN_TEXT_LENGTH)}…`
}
