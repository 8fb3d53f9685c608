import type { Digest } from '../digest/digest.ts'
import { renderHtml } from '../digest/render-html.ts'
import { moveStyles } from './move-styles.ts'
import { renderTimeline } from './render-timeline.ts'
import type { SitePage } from './site-page.ts'

/** A digest as its mail shows it, for a browser, with a timeline under every story of several reports. */
export function digestPage(digest: Digest): SitePage {
  return moveStyles(renderHtml(digest, renderTimeline))
}
