import type { Block } from '../article/reading.ts'
import type { Lexicon } from './lexicon.ts'
import type { Quote } from './pair-quotes.ts'
import { WORD } from './word-class.ts'

const DASH = /[,.!?…]?\s[–—-]\s/gu
const OPENING_DASH = /^[–—-]\s+/u
const COMMA = /[,!?…]\s/gu
/** "explique Jane", "explique le maire", "a-t-elle dit": what a verb between commas needs behind it. */
const WITH_SUBJECT = /^\p{L}+(?:\s(?:\p{Lu}|(?:le|la|l['’]|un|une)\s?\p{L})|(?:-t)?-(?:ils?|elles?|on)\b)/u

/** Where dashes set speech apart: "– Speech – said Jane Example. – More.", and the same inside quotation marks. */
export function cutSpeech(text: string, blocks: readonly Block[], { quotes, lexicon }: CutSpeech): readonly Quote[] {
  if (lexicon.language.speechMarks === 'quotes') return quotes
  const cut = quotes.flatMap((quote) => {
    const parts = speechParts(text, { start: quote.innerStart, end: quote.innerEnd }, lexicon)
    if (parts === undefined) return [quote]
    return parts.map((part, index) => ({
      ...part,
      start: index === 0 ? quote.start : part.start,
      end: index === parts.length - 1 ? quote.end : part.end,
    }))
  })
  const spoken = blocks.flatMap((block) => speechOfBlock(text, block, lexicon))
  const outside = spoken.filter(({ start, end }) => !cut.some((quote) => quote.start < end && start < quote.end))
  return outside.length === 0 ? cut : [...cut, ...outside].toSorted((left, right) => left.start - right.start)
}

export interface CutSpeech {
  readonly quotes: readonly Quote[]
  readonly lexicon: Lexicon
}

function speechOfBlock(text: string, block: Block, lexicon: Lexicon): readonly Quote[] {
  if (lexicon.language.speechMarks !== 'dashes') return []
  const opening = OPENING_DASH.exec(text.slice(block.start, block.start + 4))
  if (opening === null) return []
  return speechParts(text, { start: block.start + opening[0].length, end: block.end }, lexicon) ?? []
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The stretches that are speech; undefined when no stretch between dashes reports. */
function speechParts(text: string, { start, end }: Stretch, lexicon: Lexicon): readonly Quote[] | undefined {
  const parts: Stretch[] = []
  let from = start
  let isSpeech = true
  let hasReport = false
  for (const match of text.slice(start, end).matchAll(lexicon.language.speechMarks === 'commas' ? COMMA : DASH)) {
    const at = start + match.index
    const next = at + match[0].length
    const reports = isSpeech && beginsWithReport(text, next, lexicon)
    if (isSpeech && !reports) continue
    if (isSpeech) parts.push({ start: from, end: at + (match[0].trimStart().length === match[0].length ? 1 : 0) })
    isSpeech = !isSpeech
    hasReport ||= reports
    from = next
  }
  if (!hasReport) return undefined
  if (isSpeech && from < end) parts.push({ start: from, end })
  return parts.map((part) => spokenQuote(text, part))
}

function beginsWithReport(text: string, at: number, { classes, language }: Lexicon): boolean {
  const ahead = text.slice(at, at + 40)
  if (language.speechMarks === 'commas' && !WITH_SUBJECT.test(ahead)) return false
  const word = /^\p{Ll}[\p{L}'’ʼ]*/u.exec(ahead)?.[0].toLowerCase()
  return word !== undefined && ((classes.get(word) ?? 0) & WORD.CUE) !== 0
}

function spokenQuote(text: string, { start, end }: Stretch): Quote {
  const wordCount = text.slice(start, end).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return { start, end, innerStart: start, innerEnd: end, runsOn: false, wordCount, isLower: false, isStopped: true }
}
