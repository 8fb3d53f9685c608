/** What stands in a text, in its order, as offsets into it: names in any case, entities as written. */
export interface MarkupEvents {
  /** The name of a start tag. */
  readonly open?: (start: number, end: number) => void
  /** An attribute of the tag that was opened. */
  readonly attribute?: (start: number, end: number, valueStart: number, valueEnd: number) => void
  /** The end of the start tag; `isEmpty` when it was written `<a/>`. */
  readonly opened?: (isEmpty: boolean) => void
  /** The name of an end tag. */
  readonly close?: (start: number, end: number) => void
  readonly text?: (start: number, end: number) => void
  readonly cdata?: (start: number, end: number) => void
}

/** In HTML the text of these runs to their end tag, whatever stands in it. */
const rawNames = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

/**
 * Runs once over XML or HTML, as tolerantly as a browser: what is no tag is text. It keeps no stack, looks for the next
 * sign with `indexOf`, and never goes back, so time is linear in the text. What is left open at the end is dropped.
 */
export function scanMarkup(text: string, dialect: 'xml' | 'html', events: MarkupEvents): void {
  const isHtml = dialect === 'html'
  let textStart = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const next = text.charCodeAt(at + 1)
    const isTag = isNameStart(next)
    if (!isTag && next !== slash && next !== exclamation && next !== question) {
      at++
      continue
    }
    if (at > textStart) events.text?.(textStart, at)
    if (isTag) at = startTag(text, at + 1, isHtml, events)
    else if (next === slash) at = endTag(text, at + 2, events)
    else at = declaration(text, at, isHtml, events)
    if (at === -1) return
    textStart = at
  }
  if (text.length > textStart) events.text?.(textStart, text.length)
}

const quotation = 0x22
const apostrophe = 0x27
const slash = 0x2f
const exclamation = 0x21
const question = 0x3f
const equals = 0x3d
const greater = 0x3e

/** Each of these begins at an offset, and returns where the scan goes on, or -1 at the end of the text. */
function startTag(text: string, start: number, isHtml: boolean, events: MarkupEvents): number {
  let at = nameEnd(text, start)
  const nameStop = at
  events.open?.(start, nameStop)
  let isEmpty = false
  while (at !== -1 && at < text.length) {
    const code = text.charCodeAt(at)
    if (code === greater) {
      events.opened?.(isEmpty)
      return isHtml && mayBeRaw(text, start, nameStop)
        ? rawText(text, text.slice(start, nameStop), at + 1, events)
        : at + 1
    }
    if (isSpace(code)) at++
    else {
      isEmpty = code === slash
      at = isEmpty ? at + 1 : attribute(text, at, events)
    }
  }
  return -1
}

function attribute(text: string, start: number, events: MarkupEvents): number {
  // A stray equals sign belongs to the name (HTML, 13.2.5.32), so that a name is never empty.
  let at = attributeNameEnd(text, start + 1)
  const nameStop = at
  while (isSpace(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) !== equals) {
    events.attribute?.(start, nameStop, nameStop, nameStop)
    return at
  }
  at++
  while (isSpace(text.charCodeAt(at))) at++
  const quote = text.charCodeAt(at)
  const isQuoted = quote === quotation || quote === apostrophe
  const valueStart = isQuoted ? at + 1 : at
  const valueEnd = isQuoted ? text.indexOf(quote === quotation ? '"' : "'", valueStart) : bareValueEnd(text, at)
  if (valueEnd === -1) return -1
  events.attribute?.(start, nameStop, valueStart, valueEnd)
  return isQuoted ? valueEnd + 1 : valueEnd
}

function endTag(text: string, start: number, events: MarkupEvents): number {
  const stop = nameEnd(text, start)
  const end = text.charCodeAt(stop) === greater ? stop : text.indexOf('>', stop)
  if (stop > start && end !== -1) events.close?.(start, stop)
  return end === -1 ? -1 : end + 1
}

/** `<!…>`, `<?…>`, comments and CDATA. A comment or CDATA that is left open goes to the end. */
function declaration(text: string, start: number, isHtml: boolean, events: MarkupEvents): number {
  if (text.startsWith('<![CDATA[', start)) {
    const end = text.indexOf(']]>', start + 9)
    events.cdata?.(start + 9, end === -1 ? text.length : end)
    return end === -1 ? -1 : end + 3
  }
  if (text.startsWith('<!--', start)) return commentEnd(text, start + 4, isHtml)
  // A `<?…>` too: feeds forget the second question mark, and hardly ever write a `>` inside.
  const end = text.indexOf('>', start + 2)
  return end === -1 ? -1 : end + 1
}

/** HTML knows two comments that end where they begin (HTML, 13.2.5.43). */
function commentEnd(text: string, start: number, isHtml: boolean): number {
  if (isHtml && text.startsWith('>', start)) return start + 1
  if (isHtml && text.startsWith('->', start)) return start + 2
  const end = text.indexOf('-->', start)
  return end === -1 ? -1 : end + 3
}

/** `xmp` is the only short one of the raw names, and short names are what most HTML is made of. */
function mayBeRaw(text: string, start: number, end: number): boolean {
  return end - start > 4 || (text.charCodeAt(start) | 0x20) === 0x78
}

/** After the start tag of any element: where its raw text ends, if it has such. */
function rawText(text: string, written: string, start: number, events: MarkupEvents): number {
  const name = written.toLowerCase()
  if (!rawNames.has(name)) return start
  let end = text.indexOf('</', start)
  while (end !== -1 && text.slice(end + 2, nameEnd(text, end + 2)).toLowerCase() !== name) {
    end = text.indexOf('</', end + 2)
  }
  const stop = end === -1 ? text.length : end
  if (stop > start) events.text?.(start, stop)
  return end
}

function nameEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && !endsName(text.charCodeAt(at))) at++
  return at
}

function attributeNameEnd(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === equals || endsName(code)) break
  }
  return at
}

function bareValueEnd(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === greater || isSpace(code)) break
  }
  return at
}

/** Letters, which names are made of, come after all these signs. */
function endsName(code: number): boolean {
  return code <= greater && (code === greater || code === slash || isSpace(code))
}

/** A letter, an underscore, a colon, or anything that is not ASCII. */
function isNameStart(code: number): boolean {
  const lower = code | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f || code === 0x3a || code >= 0x80
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
}
