import { z } from 'zod'

const phraseSchema = z
  .string('a phrase')
  .max(200, 'a phrase of 200 characters at most')
  .superRefine((phrase, context) => {
    const mistake = findMistake(phrase)
    if (mistake !== undefined)
      context.addIssue({ code: 'custom', message: mistake.expected, params: { hint: mistake.hint } })
  })
  .meta({ description: 'Words that stand together. Case, accents, hyphens and a plural ending make no difference.' })

/** One or more phrases. */
export const phraseListSchema = z.array(phraseSchema, 'a list of phrases').min(1, 'a list with at least one phrase')

function findMistake(phrase: string): { readonly expected: string; readonly hint?: string } | undefined {
  if (!/[\p{L}\p{N}]/u.test(phrase)) return { expected: 'a phrase with at least one letter or digit' }
  if (/^[“”„«‘‚]|[“”»]$/u.test(phrase.trim())) {
    return {
      expected: 'a phrase without curly quotes around it',
      hint: 'YAML knows only straight quotes ("…"), and plain phrases need none',
    }
  }
  if (!phrase.includes('*')) return undefined
  return {
    expected: 'a phrase of plain words',
    hint: 'there is no wildcard; a plural of the last word is found as it is',
  }
}
