import type { Listing } from './article.ts'
import { isLikeTitle } from './is-like-title.ts'
import { htmlBlocks, type TextBlock } from './read-listing.ts'
import { readState, type StateText } from './read-state.ts'

/** A shorter text is a summary; code units. */
const MIN_LENGTH = 400
/** What is compared with the title, and what is read at most; code units. */
const SAMPLE_LENGTH = 4000
/** The longest are looked at. */
const MAX_CANDIDATES = 20
const MAX_LENGTH = 300_000

/**
 * The article's body among the texts of the page's state: one long text, or all texts under one name (an article is often
 * sent paragraph by paragraph). The longest that speaks of what the title and the description speak of.
 */
export function findStateBody(
  states: readonly string[],
  about: { readonly title: string; readonly description: string | undefined; readonly listed: Listing },
): readonly TextBlock[] {
  const texts = readState(states)
  const longest = [...texts.map(({ text }) => text), ...joinedByKey(texts)]
    .filter((text) => text.length >= MIN_LENGTH && text.length <= MAX_LENGTH)
    .sort((one, other) => other.length - one.length)
    .slice(0, MAX_CANDIDATES)
    .find((text) => isAbout(text, about))
  return longest === undefined ? [] : htmlBlocks(longest, about.listed)
}

/** Each name's texts, doubles left out, as paragraphs. What has no name is no part of anything. */
function joinedByKey(texts: readonly StateText[]): readonly string[] {
  const byKey = new Map<string, Set<string>>()
  for (const { key, text } of texts.filter((one) => one.key !== ''))
    byKey.set(key, (byKey.get(key) ?? new Set<string>()).add(text))
  return [...byKey.values()]
    .filter(({ size }) => size > 1)
    .map((group) => [...group].map((text) => `<p>${text}</p>`).join(''))
}

function isAbout(text: string, { title, description }: { title: string; description: string | undefined }): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH)
  return isLikeTitle(title, sample) || (description !== undefined && isLikeTitle(description, sample))
}
