import type { Context } from 'hono'
import { securityHeaders } from './security-headers.ts'
import type { SitePage } from './site-page.ts'

export function answerPage(c: Context, page: SitePage, status: 200 | 404 | 405 | 413 | 500 = 200): Response {
  return c.html(page.html, status, securityHeaders(page.styleSheet))
}

export function answerText(c: Context, text: string, status: 200 | 503 = 200): Response {
  return c.text(`${text.trimEnd()}\n`, status, securityHeaders())
}
