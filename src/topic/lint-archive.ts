import { type ArchiveCounts, pairOf } from './archive-counts.ts'
import type { LintFinding } from './lint-finding.ts'
import type { Probe, SpellingProbe } from './lint-probes.ts'
import type { Topic } from './topic.ts'

export interface LintLimits {
  /** Of all articles: a topic that matches more of them is too wide. */
  readonly mostShare: number
  /** How far the archive reaches back, for people. */
  readonly days: number
}

export interface WatchedArchive {
  readonly topics: readonly Topic[]
  readonly probes: readonly Probe[]
  readonly spellings: readonly SpellingProbe[]
  readonly counts: ArchiveCounts
  readonly limits: LintLimits
}

/** Fewer say nothing about what never happens, of articles; of a topic's matches; of an outlet's articles. */
const FEWEST_ARTICLES = 100
const FEWEST_MATCHES = 30
const FEWEST_OF_OUTLET = 10
const FEWEST_EXCLUDED = 10
/** Of a topic's matches: above it, one of two topics is enough. */
const SAME_SHARE = 0.9
/** Of what a topic would match otherwise. */
const GREEDY_SHARE = 0.5

/** What an archive shows of topics and names; of too few articles, nothing. */
export function lintArchive(archive: WatchedArchive): readonly LintFinding[] {
  if (archive.counts.articleCount < FEWEST_ARTICLES) return []
  return [
    ...archive.topics.flatMap((topic) => [
      ...lintCount(topic, archive),
      ...lintSameness(topic, archive),
      ...lintExclusions(topic, archive),
      ...lintClauseWork(topic, archive),
      ...lintMuteLanguages(topic, archive),
    ]),
    ...archive.probes.flatMap((probe) => lintOutlets(probe, archive)),
    ...lintSpellings(archive),
  ]
}

function lintCount({ id }: Topic, { counts, limits }: WatchedArchive): readonly LintFinding[] {
  const matchCount = counts.matches.get(id) ?? 0
  const of = `of ${counts.articleCount} articles in ${limits.days} days`
  if (matchCount === 0) {
    const advice = '`nightdesk topic explain` says what an article lacks that should match'
    return [{ fault: 'never-fires', of: id, found: `it matches none ${of}`, advice }]
  }
  const share = matchCount / counts.articleCount
  if (share <= limits.mostShare) return []
  const found = `it matches ${matchCount} ${of}, ${percent(share)}`
  return [{ fault: 'fires-too-often', of: id, found, advice: 'ask for more in all, or exclude with none' }]
}

function lintSameness({ id }: Topic, { topics, counts }: WatchedArchive): readonly LintFinding[] {
  const matchCount = counts.matches.get(id) ?? 0
  if (matchCount < FEWEST_OF_OUTLET) return []
  return topics.flatMap((other) => {
    const share = (counts.together.get(pairOf(id, other.id)) ?? 0) / matchCount
    if (other.id === id || share <= SAME_SHARE) return []
    const found = `${percent(share)} of its ${matchCount} matches are ${other.id}'s too`
    return [{ fault: 'same-as-another', of: id, found, advice: 'join the two, or tell them apart' }]
  })
}

function lintExclusions({ id }: Topic, { probes, counts }: WatchedArchive): readonly LintFinding[] {
  const open = probes.find((probe) => probe.of === id && probe.kind === 'open')
  const openCount = counts.matches.get(open?.topic.id ?? '') ?? 0
  const excludedCount = openCount - (counts.matches.get(id) ?? 0)
  if (excludedCount < FEWEST_EXCLUDED || excludedCount / openCount <= GREEDY_SHARE) return []
  const found = `what it excludes takes ${excludedCount} of the ${openCount} articles it would match`
  return [
    { fault: 'greedy-not', of: id, found, advice: 'exclude with a longer phrase, or nearer: NOT "peace officer"' },
  ]
}

/** Clauses in letters that the archive has, of a topic that matches often enough. */
function lintClauseWork({ id }: Topic, { probes, counts }: WatchedArchive): readonly LintFinding[] {
  const matchCount = counts.matches.get(id) ?? 0
  if (matchCount < FEWEST_MATCHES) return []
  const clauses = probes.filter((probe) => probe.of === id && probe.kind === 'clause')
  const idle = clauses.filter(
    ({ topic, phrase }) => (counts.contributions.get(topic.id) ?? 0) === 0 && isSpoken(phrase, counts),
  )
  if (idle.length === 0 || clauses.length === 1) return []
  const phrases = idle.map(({ phrase }) => `“${phrase}”`).join(', ')
  const found = `${phrases} counted in none of its ${matchCount} matches`
  return [{ fault: 'idle-clause', of: id, found, advice: 'look for a slip of the pen, or take it away' }]
}

/** Languages with many articles of which a topic that matches others never matches one. */
function lintMuteLanguages({ id, languages }: Topic, { counts }: WatchedArchive): readonly LintFinding[] {
  if ((counts.matches.get(id) ?? 0) < FEWEST_MATCHES) return []
  const share = (counts.matches.get(id) ?? 0) / counts.articleCount
  const mute = [...counts.languages].filter(([language, articleCount]) => {
    if (language === '' || languages?.includes(language) === false) return false
    return (counts.byLanguage.get(pairOf(id, language)) ?? 0) === 0 && articleCount * share >= FEWEST_OF_OUTLET
  })
  if (mute.length === 0) return []
  const found = mute.map(([language, count]) => `it matches none of ${count} articles in ${language}`).join(', ')
  const advice = 'add words of that language, or say in languages which are meant'
  return [{ fault: 'missing-language', of: id, found, advice }]
}

/** A term in every article of one outlet and not in every article of the others stands in its furniture. */
function lintOutlets({ topic, of, kind, phrase }: Probe, { counts }: WatchedArchive): readonly LintFinding[] {
  if (kind !== 'clause' || counts.outlets.size < 2) return []
  return [...counts.outlets].flatMap(([outlet, articleCount]) => {
    const isInEach = counts.byOutlet.get(pairOf(topic.id, outlet)) === articleCount
    const othersCount = counts.articleCount - articleCount
    const inOthersCount = (counts.matches.get(topic.id) ?? 0) - articleCount
    if (!isInEach || articleCount < FEWEST_OF_OUTLET || inOthersCount > othersCount / 2) return []
    const found = `“${phrase}” stands in every one of ${articleCount} articles of ${outlet}`
    return [
      { fault: 'outlet-term', of, found, advice: `say it in more words, or leave ${outlet} out with NOT outlet:` },
    ]
  })
}

function lintSpellings({ spellings, counts }: WatchedArchive): readonly LintFinding[] {
  return [...Map.groupBy(spellings, ({ name }) => name)].flatMap(([name, group]) => {
    const foundCount = group.reduce((sum, { id }) => sum + (counts.matches.get(id) ?? 0), 0)
    const idle = group.filter(({ id, spelling }) => !counts.matches.has(id) && isSpoken(spelling, counts))
    if (foundCount < FEWEST_MATCHES || idle.length === 0) return []
    const texts = idle.map(({ spelling }) => `“${spelling}”`).join(', ')
    const found = `${texts} stands in none of ${counts.articleCount} articles, other spellings in ${foundCount}`
    return [{ fault: 'idle-alias', of: name, found, advice: 'look for a slip of the pen, or take it away' }]
  })
}

/** Whether enough articles are in a language that is written in the phrase's letters. */
function isSpoken(phrase: string, { languages, articleCount }: ArchiveCounts): boolean {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(phrase)
  const spokenCount = [...languages]
    .filter(([language]) => language !== '' && isCyrillicLanguage(language) === isCyrillic)
    .reduce((sum, [, count]) => sum + count, 0)
  const unknownCount = languages.get('') ?? 0
  return spokenCount >= FEWEST_ARTICLES || (unknownCount === articleCount && !isCyrillic)
}

function isCyrillicLanguage(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Cyrl'
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
