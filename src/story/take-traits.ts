import { countProminence } from './count-prominence.ts'
import { findAgencies } from './find-agencies.ts'
import { findCounts } from './find-counts.ts'
import { findFacts } from './find-facts.ts'
import { findOrdinals } from './find-ordinals.ts'
import { findQuotes, type QuotedSpan } from './find-quotes.ts'
import { hashText } from './hash-text.ts'
import { isRoundUp } from './is-round-up.ts'
import { sampleShingles } from './sample-shingles.ts'
import { type StoryWord, splitStoryWords } from './split-story-words.ts'
import type { ArticleTraits, QuoteTrait, StoryArticle } from './story-article.ts'

const MOST_QUOTES = 10
const QUOTE_WORDS = 6
const MOST_RUNS = 16
/** UTF-16 code units: a text beyond it is read no further. */
const LONGEST_TEXT = 60_000
/** Code units of the text that stand for its first passages. */
const LEAD = 600
const LONGEST_DELAY_MS = 7 * 86_400_000
/** With fewer words outside its quotations, an article is what it quotes. */
const LEAST_OWN_WORDS = 40

/** What the story index needs of an article. Linear in its text, bounded in what it gives. */
export function takeTraits(whole: StoryArticle): ArticleTraits {
  const article = { ...whole, text: whole.text.slice(0, LONGEST_TEXT) }
  const bodyWords = splitStoryWords(article.text)
  const words = [...splitStoryWords(article.title), ...bodyWords]
  const quotes = quotesOf(bodyWords, findQuotes(article.text))
  const sample = sampleShingles(ownWords(bodyWords, quotes).map(({ folded }) => folded))
  return {
    articleId: article.articleId,
    at: newsAt(article),
    isDated: article.publishedAt !== undefined,
    isRoundUp: isRoundUp(article.title, article.labels),
    agencies: findAgencies(article.text),
    ...countProminence(words, article.language),
    counts: findCounts(words, article.language),
    shingles: sample.hashes,
    shingleCount: sample.count,
    quotes: quotes.slice(0, MOST_QUOTES).map(({ start, words }) => quoteTrait(article.text, start, words)),
    ordinals: findOrdinals(`${article.title}\n${article.text.slice(0, LEAD)}`),
    facts: findFacts(article, bodyWords),
  }
}

/** When it became news: a text that a feed lists long after its date would else open a story that has ended. */
function newsAt({ publishedAt, firstSeenAt }: StoryArticle): number {
  return publishedAt === undefined || publishedAt < firstSeenAt - LONGEST_DELAY_MS ? firstSeenAt : publishedAt
}

interface QuotedWords {
  readonly start: number
  readonly words: readonly StoryWord[]
}

/** Quotations of six words or more. Words and spans are both in the order of the text: one walk. */
function quotesOf(words: readonly StoryWord[], spans: readonly QuotedSpan[]): readonly QuotedWords[] {
  let at = 0
  return spans.flatMap(({ start, end }) => {
    while ((words[at]?.start ?? end) < start) at += 1
    const first = at
    while ((words[at]?.start ?? end) < end) at += 1
    return at - first < QUOTE_WORDS ? [] : [{ start, words: words.slice(first, at) }]
  })
}

/** Words outside quotations: two articles that quote the same speech are no copies of each other. */
function ownWords(words: readonly StoryWord[], quotes: readonly QuotedWords[]): readonly StoryWord[] {
  const quoted = new Set(quotes.flatMap((quote) => quote.words))
  const own = words.filter((word) => !quoted.has(word))
  return own.length < LEAST_OWN_WORDS ? words : own
}

function quoteTrait(text: string, start: number, words: readonly StoryWord[]): QuoteTrait {
  return { words: text.slice(start, start + 60).trim(), runs: runsOf(words.map(({ folded }) => folded)) }
}

/** The smallest hashes of its six-word runs: of two quotes with a part in common, the same ones are kept. */
function runsOf(words: readonly string[]): readonly number[] {
  const runs = words
    .slice(0, words.length - QUOTE_WORDS + 1)
    .map((_, at) => hashText(words.slice(at, at + QUOTE_WORDS).join(' ')))
  return [...Uint32Array.from(runs).sort().subarray(0, MOST_RUNS)]
}
