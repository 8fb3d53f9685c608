import { decodeHTML } from 'entities'
import { foldSpace } from './fold-space.ts'
import { scanMarkup } from './scan-markup.ts'

const blocks =
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'
/** Between these a reader sees a gap. */
const blockNames = new Set(blocks.split(' '))
const silentNames = new Set(['script', 'style', 'template'])

/** The text of an HTML fragment as it reads when rendered, white space folded. Linear in the input. */
export function htmlText(html: string): string {
  if (!html.includes('<')) return decodedText(html)
  const parts: string[] = []
  let silent = ''
  scanMarkup(html, 'html', {
    text: (start, end) => {
      if (silent === '') parts.push(html.slice(start, end))
    },
    open: (start, end) => {
      const name = html.slice(start, end).toLowerCase()
      if (blockNames.has(name)) parts.push(' ')
      else if (silentNames.has(name)) silent = name
    },
    close: (start, end) => {
      const name = html.slice(start, end).toLowerCase()
      if (name === silent) silent = ''
      else if (blockNames.has(name)) parts.push(' ')
    },
  })
  return decodedText(parts.join(''))
}

function decodedText(text: string): string {
  return foldSpace(text.includes('&') ? decodeHTML(text) : text)
}
