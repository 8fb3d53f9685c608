import type { Digest } from '../digest/digest.ts'
import { renderHtml } from '../digest/render-html.ts'
import { moveStyles } from './move-styles.ts'
import type { SitePage } from './site-page.ts'

/** A digest as its mail shows it, for a browser. */
export function digestPage(digest: Digest): SitePage {
  return moveStyles(renderHtml(digest))
}
