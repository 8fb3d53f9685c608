import type { Label } from '../article/reading.ts'

/** Titles of pages that tell of many events: live pages, briefings, digests of a day. */
const TITLES: readonly RegExp[] = [
  /\b(?:live updates?|as it happened|live blog|liveblog|live ticker|liveticker|rolling coverage)\b/i,
  /^live\s*[:|–-]|[:|–-]\s*live$/i,
  /\b(?:morning|evening|daily|weekly|news) (?:briefing|round-?up|digest|recap)\b/i,
  /\bwhat (?:we know|happened) (?:so far|today|on day)\b|\bkey (?:events|developments) (?:of|on) (?:the )?day\b/i,
  /\b(?:the )?(?:day|week) in (?:brief|review|news)\b|\bnews in brief\b/i,
  /\b(?:kurz und knapp|das wichtigste (?:des tages|vom tage)|nachrichtenüberblick|newsblog)\b/i,
  /\b(?:en direct|l'essentiel de l'actualité|revue de presse|relacja na żywo|podsumowanie dnia)\b/i,
  /(?:онлайн-трансляц|текстова трансляц|текстовая трансляц|головне за (?:день|добу|ніч)|главное за (?:день|сутки|ночь)|дайджест)/i,
]

/** A page of many events: it may join a story, and no other article joins one because of it. */
export function isRoundUp(title: string, labels: readonly Label[]): boolean {
  return labels.includes('live-blog') || TITLES.some((form) => form.test(title.slice(0, 300)))
}
