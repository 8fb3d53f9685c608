import { countNoun } from './count-noun.ts'
import type { Coverage, DigestSection } from './digest.ts'
import { shorten } from './shorten.ts'

const LONGEST = 110
const SHORTEST = 40

/** What the list of mails shows behind the subject: the top titles, 40 to 110 characters. */
export function composePreheader(sections: readonly DigestSection[], coverage: Coverage): string {
  const titles = topTitles(sections)
  const line = shorten(titles.join(' · '), LONGEST)
  if (line.length >= SHORTEST) return line
  const watched = `Watched ${countNoun(coverage.feedCount, 'feed')} and read ${countNoun(coverage.articleCount, 'article')} for you`
  return line === '' ? watched : `${line} · ${watched}`
}

/** The best of every topic, then the second of every topic, as far as there is room. */
function topTitles(sections: readonly DigestSection[]): readonly string[] {
  const titles: string[] = []
  let length = 0
  for (let rank = 0; length < LONGEST; rank++) {
    const ranked = sections.flatMap((section) => section.items[rank]?.title ?? [])
    if (ranked.length === 0) break
    titles.push(...ranked)
    length += ranked.join(' · ').length
  }
  return titles
}
