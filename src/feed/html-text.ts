import { decodeHTML } from 'entities'
import { foldSpace } from './fold-space.ts'
import { scanHtml } from './scan-html.ts'

const blocks =
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'
/** Between these a reader sees a gap. */
const blockNames = new Set(blocks.split(' '))
const silentNames = new Set(['script', 'style', 'template'])

/** The text of an HTML fragment as it reads when rendered, white space folded. Linear in the input. */
export function htmlText(html: string): string {
  if (!html.includes('<')) return foldSpace(html.includes('&') ? decodeHTML(html) : html)
  const parts: string[] = []
  let silent = ''
  scanHtml(html, {
    ontext: (start, end) => {
      if (silent === '') parts.push(html.slice(start, end))
    },
    onopentagname: (start, end) => {
      const name = html.slice(start, end).toLowerCase()
      if (blockNames.has(name)) parts.push(' ')
      else if (silentNames.has(name)) silent = name
    },
    onclosetag: (start, end) => {
      const name = html.slice(start, end).toLowerCase()
      if (name === silent) silent = ''
      else if (blockNames.has(name)) parts.push(' ')
    },
  })
  return foldSpace(decodeHTML(parts.join('')))
}
