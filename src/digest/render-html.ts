import { raw } from 'hono/html'
import type { Digest } from './digest.ts'
import { type DigestWords, digestWords } from './digest-words.ts'
import { htmlStyleSheet, htmlStyle as style } from './html-style.ts'
import { type Markup, markup } from './markup.ts'
import { renderHtmlSection } from './render-html-section.ts'

/** Invisible signs that keep a client from filling the line behind the preheader with the masthead. */
const PREHEADER_PADDING = raw('&#847;&nbsp;'.repeat(40))

/** The HTML of the mail: a single column of tables, at most two deep, inline styles, no picture, no script. */
export function renderHtml(digest: Digest): string {
  const words = digestWords(digest)
  return String(markup`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${digest.subject}</title>
<style>${raw(htmlStyleSheet)}</style>
</head>
<body class="pg" style="margin:0;background:#f1eee7">
<div lang="en" dir="ltr">
<div style="${style.preheader}">${digest.preheader}${PREHEADER_PADDING}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="pg" align="center" style="${style.page}">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" align="center" style="${style.column}">
${renderMasthead(digest, words)}${digest.sections.map(renderHtmlSection)}${renderOthers(words)}${renderCoverage(words)}${renderFooter(words)}</table>
</td></tr></table>
</div>
</body>
</html>
`)
}

function renderMasthead(digest: Digest, words: DigestWords): Markup {
  return markup`<tr><td class="ma pd" align="left" style="${style.masthead}">
<p style="${style.brand}">NIGHTDESK</p>
<h1 style="${style.name}">${digest.name}</h1>
<p style="${style.headline}">${words.date} · ${words.headline}</p>
</td></tr>
`
}

function renderOthers(words: DigestWords): Markup | readonly Markup[] {
  if (words.others.length === 0) return []
  return markup`<tr><td class="cd pd" align="left" style="${style.card}">
${words.others.map((sentence) => markup`<p style="margin:0 0 16px">${sentence}</p>\n`)}</td></tr>
`
}

function renderCoverage(words: DigestWords): Markup {
  return markup`<tr><td class="cv pd" align="left" style="${style.coverage}">
<p class="h" style="${style.coverageTitle}">What was read</p>
${words.coverage.map(renderLine)}</td></tr>
`
}

function renderFooter(words: DigestWords): Markup {
  return markup`<tr><td class="ft pd" align="left" style="${style.footer}">
${words.footer.map(renderLine)}</td></tr>
`
}

function renderLine(sentence: string): Markup {
  return markup`<p style="${style.line}">${sentence}</p>
`
}
