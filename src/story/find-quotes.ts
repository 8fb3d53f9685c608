/** Opening marks and what closes each; national forms are tolerant of straight and curly mixes. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '„': '“”"',
  '”': '”"',
  '«': '»',
  '»': '«',
  '‹': '›',
}
/** UTF-16 code units: longer is a mark that never closed. */
const LONGEST = 1_500

/** What stands between two quotation marks, by its offsets. */
export interface QuotedSpan {
  readonly start: number
  readonly end: number
}

/** In the order of the text; none runs over a paragraph. Linear in the text. */
export function findQuotes(text: string): readonly QuotedSpan[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index }) => quotesOfParagraph(paragraph, index))
}

function quotesOfParagraph(paragraph: string, offset: number): readonly QuotedSpan[] {
  const quotes: QuotedSpan[] = []
  let opened: { readonly at: number; readonly closers: string } | undefined
  for (const { 0: mark, index } of paragraph.matchAll(/["“„”«»‹›]|''/g)) {
    const closes = mark === "''" ? '"' : mark
    if (opened?.closers.includes(closes)) {
      if (index - opened.at <= LONGEST) quotes.push({ start: offset + opened.at, end: offset + index })
      opened = undefined
    } else if (opened === undefined || index - opened.at > LONGEST) {
      const closers = CLOSERS[mark]
      opened = closers === undefined ? undefined : { at: index + mark.length, closers }
    }
  }
  return quotes
}
