import { z } from 'zod'

const EXPECTED = 'a full http or https URL, such as https://news.example/rss.xml'

export const webUrlSchema = z
  .string(EXPECTED)
  .max(2000, 'a URL of 2000 characters at most')
  .refine(isWebUrl, EXPECTED)
  .meta({ format: 'uri', pattern: '^https?://' })

function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text) && !/\s/.test(text) && URL.canParse(text)
}
