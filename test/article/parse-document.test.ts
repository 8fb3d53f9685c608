import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'
import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import { cleanHtml, HIDDEN_SPACE } from '../../src/article/clean-html.ts'
import { collectBlocks } from '../../src/article/collect-blocks.ts'
import { findContent } from '../../src/article/find-content.ts'
import type { LightElement } from '../../src/article/light-node.ts'
import { parseDocument } from '../../src/article/parse-document.ts'

const pages = globSync('fixtures/articles/*/page.html')

const parts: readonly (readonly [string, string])[] = [
  ['paragraphs without end tags', '<p>one<p>two<ul><li>three<li>four</ul>'],
  ['text before a table that was inside of it', '<table>out<tr><td>in</table>'],
  ['crossed emphasis', '<p><b>one<i>two</b>three</i>'],
  ['entities and spaces', '<p>a &amp; b&nbsp;c  <b> d </b>e</p>'],
  ['a page of frames', '<frameset><frame src="a.html"></frameset>'],
  ['text after the end', '<p>one</p></body></html> two three'],
]

for (const [name, html] of parts) {
  test(`${name}: as jsdom builds it`, () => {
    const { body } = new JSDOM(html).window.document
    assert.equal(outline(parseDocument(html).body), body.outerHTML)
    assert.equal(outline(parseDocument(cleanHtml(html).html).body), spaced(cleanHtml(html).html))
  })
}

test('Readability takes the same from our nodes as from jsdom’s', () => {
  assert.ok(pages.length > 80)
  for (const path of pages) {
    const { html } = cleanHtml(readFileSync(path, 'utf8'))
    const { document, Element } = new JSDOM(html.replaceAll(HIDDEN_SPACE, ' ')).window
    // Classes tell what is said to screen readers alone.
    const reader = new Readability<Node>(document, {
      serializer: (node) => node,
      keepClasses: true,
      disableJSONLD: true,
    })
    const plain = reader.parse()?.content
    const expected = plain instanceof Element ? collectBlocks(plain) : []
    const found = findContent(parseDocument(html))
    assert.deepEqual(textsOf(found.blocks), textsOf(expected), basename(dirname(path)))
  }
})

function spaced(html: string): string {
  return new JSDOM(html.replaceAll(HIDDEN_SPACE, ' ')).window.document.body.outerHTML
}

function textsOf(blocks: readonly { readonly text: string }[]): readonly string[] {
  return blocks.map(({ text }) => text)
}

/** As `outerHTML` writes it. */
function outline(element: LightElement): string {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${value}"`)
  const inside = element.childNodes.map((node) =>
    node.nodeType === 1
      ? outline(node)
      : node.nodeValue.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;').replaceAll('<', '&lt;'),
  )
  const start = `<${element.localName}${attributes.join('')}>`
  return element.localName === 'frame' ? start : `${start}${inside.join('')}</${element.localName}>`
}
