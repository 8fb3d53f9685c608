import { MONTHS_BY_NAME } from './month-names.ts'
import type { Block, Passage } from './reading.ts'

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
/** Ends that the segmenter takes for a sentence's: initials, titles, and shortened words that a name or number follows. */
const NO_END =
  /(?:^|[\s("“‘«[])(?:\p{Lu}\.(?:\s?\p{Lu}\.)*|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Sen|Rep|Gov|Rev|Hon|St|Mt|No|Nos|Art|Vol|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Jr|Sr|Nr|bzw|ca|Abs|Bd|Hr|Fr|Mme|M|im|ul|prof|gen|св|г|гг|р|рр|ст|ім|им|вул|ул|тис|тыс|млн|млрд)\.)\s*$/u
const AFTER_ELLIPSIS = /…["”’»)]?\s+(?=["“«]?\p{Lu})/gu
const ABBREVIATED_COUNTRY = /\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m)\.\s*$/

/** The sentences of each block, by offsets into the text. No passage reaches over a block's end. */
export function splitPassages(text: string, blocks: readonly Block[]): readonly Passage[] {
  return blocks.flatMap((block) => splitBlock(text.slice(block.start, block.end), block.start))
}

function splitBlock(text: string, offset: number): readonly Passage[] {
  const passages: Passage[] = []
  let start = 0
  for (const end of sentenceEnds(text)) {
    if (end < text.length && isBrokenOff(text.slice(Math.max(start, end - 40), end), text.slice(end, end + 20)))
      continue
    passages.push({ start: offset + start, end: offset + start + text.slice(start, end).trimEnd().length })
    start = end
  }
  return passages
}

/** Where the segmenter ends sentences, and after an ellipsis that a capital follows. */
function sentenceEnds(text: string): readonly number[] {
  return [...sentences.segment(text)].flatMap(({ segment, index }) => {
    const inside = [...segment.matchAll(AFTER_ELLIPSIS)].map((match) => index + match.index + match[0].length)
    return [...inside.filter((end) => end < index + segment.length), index + segment.length]
  })
}

/** Whether the text goes on: what ends here is a shortened word, and what follows may belong to it. */
function isBrokenOff(end: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next)) return /[.!?…]["”’»)\]]*\s*$/u.test(end)
  if (ABBREVIATED_COUNTRY.test(end)) return !/^["“«]?(?:The|A|In|On|He|She|It|We|They|But|And|This|That)\b/.test(next)
  if (/(?<!\d)\d{1,2}\.\s*$/.test(end)) return MONTHS_BY_NAME.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? '')
  return NO_END.test(end)
}
