import { groupUtterances, type Mention, type Utterance } from '../statement/group-utterances.ts'
import type { Statement } from '../statement/statement.ts'
import { cleanLine } from './clean-line.ts'
import type { ItemStatement, MatchedArticle } from './digest.ts'
import { joinWords } from './join-words.ts'
import { reportedAt } from './reported-at.ts'
import { shortName } from './short-name.ts'
import { shorten } from './shorten.ts'

const WORDS_LENGTH = 200
const ROLE_LENGTH = 80
const NAMED_OUTLETS = 3
const NAMED_CARRIERS = 2
const KINDS: readonly Statement['kind'][] = ['direct', 'partial', 'indirect']

/** What has to be known to tell of statements. */
export interface StatementOrder {
  /** Of the story, in the order in which they came out. */
  readonly articles: readonly MatchedArticle[]
  /** Whether only what none of the story's earlier articles had is told. */
  readonly newOnly: boolean
  readonly limit: number
  /** The passage that the snippet quotes, so that it is not told twice. */
  readonly quoted?: { readonly articleId: string; readonly start: number; readonly end: number }
  /** Office id -> what a reader calls it. */
  readonly roleNames?: ReadonlyMap<string, string>
}

/** The best few of what was said in a story, and how many more there are. */
export function composeStatements(order: StatementOrder) {
  const { articles, limit } = order
  const known = new Map(articles.map((article) => [article.articleId, article]))
  const isTold = order.newOnly ? isNewsIn(known) : () => true
  const told = groupUtterances(articles.flatMap(mentionsOf)).filter(
    (each) =>
      isAttributed(each) && each.mentions.some(isTold) && !each.mentions.some((mention) => isQuoted(mention, order)),
  )
  const best = takeTurns(told.toSorted(compareUtterances)).slice(0, limit)
  const statements = best.map((utterance): ItemStatement => {
    const language = known.get(utterance.shown.articleId)?.language
    return { ...composeStatement(utterance, order), ...(language !== undefined && { language }) }
  })
  return { statements, moreStatementCount: told.length - best.length }
}

function mentionsOf(article: MatchedArticle): readonly Mention[] {
  const { articleId, outlet, statements = [] } = article
  return statements.map((statement) => ({ articleId, outlet, at: reportedAt(article), statement }))
}

/** What nobody by name is reported to have said, in other words than theirs, says too little for a digest. */
function isAttributed({ shown }: Utterance): boolean {
  return shown.statement.kind !== 'indirect' || shown.statement.speaker.kind !== 'unnamed'
}

/** Whether a mention stands where its article has something new that was said. */
function isNewsIn(articles: ReadonlyMap<string, MatchedArticle>) {
  return ({ articleId, statement }: Mention): boolean => {
    const facts = articles.get(articleId)?.newFacts ?? []
    return (
      statement.field === 'body' &&
      facts.some((fact) => fact.kind === 'statement' && fact.start < statement.end && statement.start < fact.end)
    )
  }
}

function isQuoted({ articleId, statement }: Mention, { quoted }: StatementOrder): boolean {
  if (quoted?.articleId !== articleId || statement.field !== 'body') return false
  return quoted.start < statement.end && statement.start < quoted.end
}

/** The speaker's own words first, and who speaks as something before who is not named; then what more outlets carry. */
function compareUtterances(a: Utterance, b: Utterance): number {
  return (
    KINDS.indexOf(a.shown.statement.kind) - KINDS.indexOf(b.shown.statement.kind) ||
    speakerRank(a) - speakerRank(b) ||
    outletsOf(b).length - outletsOf(a).length ||
    b.shown.statement.confidence - a.shown.statement.confidence ||
    a.shown.at - b.shown.at ||
    a.shown.statement.start - b.shown.statement.start
  )
}

function speakerRank({ shown }: Utterance): number {
  const { role, speaker } = shown.statement
  if (speaker.kind === 'unnamed') return 2
  return role === undefined ? 1 : 0
}

/** The best of every speaker, then the second of every speaker: few places are for many voices. */
function takeTurns(utterances: readonly Utterance[]): readonly Utterance[] {
  const bySpeaker = [...Map.groupBy(utterances, speakerOf).values()]
  const longest = Math.max(0, ...bySpeaker.map((said) => said.length))
  return Array.from({ length: longest }, (_, turn) => bySpeaker.flatMap((said) => said[turn] ?? [])).flat()
}

function speakerOf({ shown }: Utterance): string {
  const { personId, name } = shown.statement.speaker
  return personId ?? name.toLowerCase()
}

function composeStatement(utterance: Utterance, order: StatementOrder): ItemStatement {
  const { statement } = utterance.shown
  const speaker = shortName(statement.speaker.name) || shortName(statement.speaker.surface) || 'Somebody'
  const role = roleOf(utterance, order.roleNames)
  const origin = originOf(utterance, order)
  const isSaid = role === undefined || speaker.toLowerCase().includes(role.toLowerCase())
  return {
    speaker,
    ...(!isSaid && { role }),
    words: cutWords(statement.text),
    ...(origin !== '' && { origin }),
  }
}

/** The office held on that day, else as what the article prints the speaker. */
function roleOf({ shown, mentions }: Utterance, roleNames: StatementOrder['roleNames']): string | undefined {
  const roles = [shown, ...mentions].flatMap((mention) => mention.statement.role ?? [])
  const held = roles.flatMap(({ roleId }) => (roleId === undefined ? [] : (roleNames?.get(roleId) ?? [])))
  const role = held[0] ?? roles.find((each) => each.printed !== undefined)?.printed
  if (role === undefined) return undefined
  return shorten(cleanLine(role).replace(/^(?:the|an?|its|his|her|their)\s+/i, ''), ROLE_LENGTH) || undefined
}

/**
 * Cut at the end of a word; the mark that closes a quotation stays, so that it is seen to be one. A comma before it is the
 * sentence's around it, by the custom of American print.
 */
function cutWords(text: string): string {
  const line = cleanLine(text).replace(/,(["”’»]?)$/, '$1')
  if (line.length <= WORDS_LENGTH) return line
  const closing = /["'”’»›“‘]$/.exec(line)?.[0] ?? ''
  return shorten(line, WORDS_LENGTH - closing.length) + closing
}

/** Where the story stands in one outlet, that one is named already. */
function originOf(utterance: Utterance, { articles }: StatementOrder): string {
  const [first, ...others] = outletsOf(utterance)
  const isOnly = articles.every((article) => article.outlet === first)
  const via = utterance.mentions[0]?.statement.carriedBy ?? []
  const from = [
    ...(isOnly ? [] : [`first in ${shortName(first ?? '')}`]),
    ...(via.length > 0 ? [`via ${joinWords(via.map(shortName), NAMED_CARRIERS)}`] : []),
  ].join(', ')
  const also = others.length > 0 ? [`also in ${joinWords(others.map(shortName), NAMED_OUTLETS)}`] : []
  return [from, ...also].filter((part) => part !== '').join('; ')
}

function outletsOf({ mentions }: Utterance): readonly string[] {
  return [...new Set(mentions.map((mention) => mention.outlet))]
}
