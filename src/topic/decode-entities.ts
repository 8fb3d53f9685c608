import { decodeHTMLStrict } from 'entities'

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g

/** A text whose entities are read as the characters they stand for, and where these stand in the text as it is. */
export interface DecodedText {
  readonly text: string
  /** Offset in the text as it is, by offset in the decoded one; undefined when they are the same. */
  readonly origins: Int32Array | undefined
}

export function decodeEntities(text: string): DecodedText {
  if (!text.includes('&')) return { text, origins: undefined }
  const origins: number[] = []
  let decoded = ''
  let at = 0
  for (const match of text.matchAll(ENTITY)) {
    const character = decodeHTMLStrict(match[0])
    if (character === match[0]) continue
    decoded += text.slice(at, match.index) + character
    for (let index = at; index < match.index; index++) origins.push(index)
    for (let index = 0; index < character.length; index++) origins.push(match.index)
    at = match.index + match[0].length
  }
  if (at === 0) return { text, origins: undefined }
  for (let index = at; index <= text.length; index++) origins.push(index)
  return { text: decoded + text.slice(at), origins: Int32Array.from(origins) }
}
