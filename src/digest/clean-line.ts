import { cleanText } from './clean-text.ts'

/** A line that cannot act, for a title or a name. */
export function cleanLine(text: string): string {
  return cleanText(text).trim()
}
