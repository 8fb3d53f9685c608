import { countNoun } from './count-noun.ts'
import type { Coverage, DigestItem, DigestSection } from './digest.ts'
import { shorten } from './shorten.ts'

const LONGEST = 110
const SHORTEST = 40

/**
 * What the list of mails shows behind the subject: the top titles, 40 to 110 characters. Where a title is the subject,
 * the article's own words instead.
 */
export function composePreheader(sections: readonly DigestSection[], coverage: Coverage, subject: string): string {
  const tellOf = (item: DigestItem) =>
    item.title.startsWith(subject.replace(/…$/, '')) ? item.snippet.map((run) => run.text).join('') : item.title
  const told = new Set(topItems(sections).map(tellOf))
  const line = shorten([...told].join(' · '), LONGEST)
  if (line.length >= SHORTEST) return line
  const watched = `Watched ${countNoun(coverage.feedCount, 'feed')} and read ${countNoun(coverage.articleCount, 'article')} for you`
  return line === '' ? watched : `${line} · ${watched}`
}

/** The best of every topic, then the second of every topic, as far as there is room. */
function topItems(sections: readonly DigestSection[]): readonly DigestItem[] {
  const items: DigestItem[] = []
  let length = 0
  for (let rank = 0; length < LONGEST; rank++) {
    const ranked = sections.flatMap((section) => section.items[rank] ?? [])
    if (ranked.length === 0) break
    items.push(...ranked)
    length += ranked.map((item) => item.title).join(' · ').length
  }
  return items
}
