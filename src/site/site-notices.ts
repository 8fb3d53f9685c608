import { markup } from '../digest/markup.ts'
import { noticePage } from './notice-page.ts'
import type { SitePage } from './site-page.ts'

/** What the page says besides digests, in plain words. */
export const siteNotices = {
  front: say(
    'The night desk is open',
    'It watches the news and mails a digest. A digest is read here by the link in its mail.',
  ),
  /** The same for every address that is not one: nobody learns by trying how near a guess came. */
  notFound: say(
    'There is nothing here',
    'The link may be cut off or mistyped: links in mails are long. Open it from the mail once more, or copy it whole.',
  ),
  noLongerKept: say(
    'This digest is no longer kept',
    'The link is good, but digests are kept for a limited time. Its mail still says everything it said.',
  ),
  wrongMethod: say('This cannot be done here', 'The address exists, but it is for other requests than this one.'),
  tooLarge: say('That is too much', 'A request to this page says only a few words. Nothing has changed.'),
  failed: say('Something went wrong', 'That should not happen, and the desk has noted it. Please try again later.'),
} as const

function say(title: string, sentence: string): SitePage {
  return noticePage({ title, body: [markup`<p>${sentence}</p>\n`] })
}
