import { decodeHTML } from 'entities'
import { normalizeText } from './normalize-text.ts'

const TAGS = /<[^>]{1,200}>/g
const ENTITY = /&#?\w{2,8};/

/** Some publishers write their titles and names for machines as HTML inside JSON or an attribute. */
export function plainTitle(written: string): string {
  const bare = written.replace(TAGS, '')
  return normalizeText(ENTITY.test(bare) ? decodeHTML(bare) : bare)
}
