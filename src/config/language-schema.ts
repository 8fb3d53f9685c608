import { z } from 'zod'

const EXPECTED = 'a language by its two letters in ISO 639-1, such as en or uk'

/** Countries by whose letters people call a language. */
const MEANT: Readonly<Record<string, string>> = {
  ua: 'uk',
  gb: 'en',
  us: 'en',
  cz: 'cs',
  gr: 'el',
  jp: 'ja',
  cn: 'zh',
  dk: 'da',
}

export const languageSchema = z
  .string(EXPECTED)
  .superRefine((code, context) => {
    if (isLanguage(code)) return
    const meant =
      MEANT[code.toLowerCase()] ??
      (isLanguage(code.slice(0, 2).toLowerCase()) ? code.slice(0, 2).toLowerCase() : undefined)
    const hint = meant === undefined ? {} : { params: { hint: `did you mean ${meant}?` } }
    context.addIssue({ code: 'custom', message: EXPECTED, ...hint })
  })
  .meta({ examples: ['en'] })

function isLanguage(code: string): boolean {
  return (
    /^[a-z]{2}$/.test(code) &&
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined
  )
}
