import { countNoun } from '../digest/count-noun.ts'
import type { ArticleInStory, Story } from '../store/story-view-store.ts'
import { type IndependentSource, independentOutlets } from '../story/independent-outlets.ts'
import { renderRuns } from './render-runs.ts'
import { styled } from './terminal.ts'

const WHY = { copy: 'a copy', agency: 'the same agency', family: 'the same publisher' } as const
const RELATION = {
  copy: 'a copy of',
  cut: 'a part of',
  contains: 'holds all of',
  update: 'a changed form of',
} as const

/** As a person named it, else as its first article has it. */
export function titleOf({ title, articles }: Story): string {
  return title ?? articles[0]?.title ?? ''
}

export function outletsOf({ articles }: Story): {
  readonly outlets: readonly string[]
  readonly independent: readonly IndependentSource[]
} {
  return { outlets: [...new Set(articles.map(({ outlet }) => outlet))], independent: independentOutlets(articles) }
}

/**
 * A story for a terminal: its outlets, then its articles in the order of their time, with what was new.
 * @param days article id -> ISO date, of articles of which no more is known
 */
export function renderStory(story: Story, days: ReadonlyMap<string, string>): string {
  const { outlets, independent } = outletsOf(story)
  const heading = `${styled('bold', plain(titleOf(story)))}\n${story.storyId}`
  const count = `${countNoun(outlets.length, 'outlet')}, ${independent.length} independent:`
  const sources = independent.map(renderSource)
  const timeline = story.articles.toSorted((left, right) => left.at - right.at)
  const outletOf = new Map(story.articles.map(({ articleId, outlet }) => [articleId, outlet]))
  return [
    heading,
    '',
    count,
    ...sources,
    '',
    ...timeline.flatMap((article) => renderArticle(article, { outletOf, days })),
  ].join('\n')
}

function renderSource({ outlet, alsoBy }: IndependentSource): string {
  const others = alsoBy.map((other) => `${plain(other.outlet)} (${WHY[other.why]})`)
  return `  ${plain(outlet)}${others.length > 0 ? `, and with it ${others.join(', ')}` : ''}`
}

function renderArticle(
  article: ArticleInStory,
  { outletOf, days }: { readonly outletOf: ReadonlyMap<string, string>; readonly days: ReadonlyMap<string, string> },
): readonly string[] {
  const when = days.get(article.articleId) ?? new Date(article.at).toISOString().slice(0, 16).replace('T', ' ')
  const { copy, newFacts } = article
  const facts = newFacts.map(({ kind, words }) => `    new ${kind}: ${plain(words)}`)
  const percent = copy === undefined ? '' : ` (${Math.round(copy.share * 100)} %)`
  const origin = copy && (outletOf.get(copy.ofArticleId) ?? copy.ofArticleId)
  return [
    `${when}  ${plain(article.outlet)}: ${plain(article.title)}`,
    `    ${article.articleId}  ${article.url}`,
    `    why here: ${plain(article.why)}`,
    ...(copy === undefined ? [] : [`    ${RELATION[copy.relation]} ${plain(origin ?? '')}${percent}`]),
    ...facts,
  ]
}

/** Without what a page could do to a terminal. */
function plain(text: string): string {
  return renderRuns([{ text, marked: false }])
}
