import { Readability } from '@mozilla/readability'
import { collectBlocks } from './collect-blocks.ts'
import type { LightDocument } from './light-document.ts'
import type { PageBlock } from './page-block.ts'

export interface Content {
  readonly blocks: readonly PageBlock[]
  readonly byline: string | undefined
}

/** What Readability takes for the article, as blocks. Changes the document: read everything else from it before. */
export function findContent(document: LightDocument): Content {
  if (!isDocument(document)) return { blocks: [], byline: undefined }
  const reader = new Readability<Node>(document, { serializer: (node) => node, keepClasses: true, disableJSONLD: true })
  const found = reader.parse()
  const root = found?.content
  const blocks = root !== undefined && root !== null && isElement(root) ? collectBlocks(root) : []
  return { blocks, byline: found?.byline ?? undefined }
}

/** As far as Readability asks. */
function isDocument(document: object): document is Document {
  return 'documentElement' in document
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
