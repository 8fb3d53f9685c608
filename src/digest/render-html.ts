import { raw } from 'hono/html'
import type { Digest } from './digest.ts'
import { type DigestWords, digestWords } from './digest-words.ts'
import { htmlStyleSheet, htmlStyle as style } from './html-style.ts'
import { type Markup, markup } from './markup.ts'
import { type ItemAddition, renderHtmlSection, renderLink } from './render-html-section.ts'

/** Invisible signs that keep a client from filling the line behind the preheader with the masthead. */
const PREHEADER_PADDING = raw('&#847;&nbsp;'.repeat(40))
const NOTHING: readonly Markup[] = []

/**
 * The HTML of the mail: a single column of tables, at most two deep, inline styles, no picture, no script.
 * @param addition what a page shows under an item besides
 */
export function renderHtml(digest: Digest, addition?: ItemAddition): string {
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
<div role="main" lang="en" dir="ltr">
<div style="${style.preheader}">${digest.preheader}${PREHEADER_PADDING}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="pg" align="center" style="${style.page}">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" align="center" style="${style.column}">
${renderMasthead(digest, words)}${renderSections(digest, addition)}${renderOthers(words, digest)}${renderCoverage(words)}${renderFooter(words)}</table>
</td></tr></table>
</div>
</body>
</html>
`)
}

function renderMasthead(digest: Digest, words: DigestWords): Markup {
  const { contents } = words
  return markup`<tr><td class="br pd" align="left" style="${style.brand}">NIGHTDESK</td></tr>
<tr><td class="cd pd" align="left" style="${style.masthead}">
<h1 class="h1" style="${style.name}">${digest.name}</h1>
<p class="ed" style="${style.edition}">${words.date} · ${words.headline}</p>
${contents.length === 0 ? NOTHING : markup`<p class="m" style="${style.contents}">${contents.join(' · ')}</p>\n`}${renderNotice(digest)}</td></tr>
`
}

function renderNotice({ notice }: Digest): Markup | readonly Markup[] {
  return notice === undefined ? NOTHING : markup`<p class="n" style="${style.notice}">${notice}</p>\n`
}

function renderSections({ sections, links }: Digest, addition: ItemAddition | undefined): readonly Markup[] {
  const drawn = sections.filter((section) => section.items.length > 0)
  const place = {
    ...(links?.viewUrl !== undefined && { viewUrl: links.viewUrl }),
    ...(addition !== undefined && { addition }),
  }
  return drawn.map((section, index) => renderHtmlSection(section, { isFirst: index === 0, ...place }))
}

/** What has no section: the week in numbers, topics without news. Without any section it is what the mail says. */
function renderOthers({ week, others }: DigestWords, { sections }: Digest): Markup | readonly Markup[] {
  const blocks = [week, others].filter((block) => block.length > 0)
  if (blocks.length === 0) return NOTHING
  const opening = sections.length === 0 ? style.onlyOthers : style.others
  return markup`<tr><td class="cd pd" align="left" style="${style.card}">
${blocks.map(
  (block, index) => markup`<div class="it" style="${index === 0 ? opening : style.others}">
${block.map(renderOther)}</div>
`,
)}</td></tr>
`
}

function renderOther(sentence: string): Markup {
  return markup`<p style="${style.otherLine}">${sentence}</p>
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
${words.footer.map(renderLine)}${renderLinks(words)}</td></tr>
`
}

function renderLinks({ links }: DigestWords): Markup | readonly Markup[] {
  if (links.length === 0) return NOTHING
  const drawn = links.map(({ label, url }, index) => markup`${index === 0 ? '' : ' · '}${renderLink(label, url)}`)
  return markup`<p style="${style.footerLinks}">${drawn}</p>
`
}

function renderLine(sentence: string): Markup {
  return markup`<p style="${style.line}">${sentence}</p>
`
}
