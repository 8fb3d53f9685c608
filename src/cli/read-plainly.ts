import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import { collectBlocks } from '../article/collect-blocks.ts'

/** What Readability alone takes for the article, in a JSDOM of its own, by paragraphs. */
export function readPlainly(html: string, url: string): readonly string[] {
  const { window } = new JSDOM(html, URL.canParse(url) ? { url } : {})
  try {
    const found = new Readability<Node>(window.document, { serializer: (node) => node }).parse()
    const root = found?.content
    return root instanceof window.Element ? collectBlocks(root).map(({ text }) => text) : []
  } finally {
    window.close()
  }
}
