import { decodeHTML } from 'entities'
import type { SitePage } from './site-page.ts'

/**
 * Gathers the inline styles of a mail in its `<style>`, one class for each: a mail program drops style sheets, while a
 * page with a strict policy must not have styles inline. The drawing stays the same, since what the mail's own style
 * sheet sets against inline styles is `!important`.
 * @param html as the mail's templates draw it: every `"` and `<` of a text is escaped
 */
export function moveStyles(html: string): SitePage {
  const [, own = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? []
  const classes = new Map<string, string>()
  const moved = html.replace(/<[a-z][^<>]*? style="[^"]*"[^<>]*>/g, (tag) => {
    const [attribute = '', style = ''] = / style="([^"]*)"/.exec(tag) ?? []
    const name = classes.get(style) ?? `s${classes.size}`
    classes.set(style, name)
    return withClass(tag.replace(attribute, ''), name)
  })
  const rules = [...classes].map(([style, name]) => `.${name}{${decodeHTML(style)}}\n`).join('')
  const styleSheet = `\n${rules}${own}`
  return { html: moved.replace(/<style>[^<]*<\/style>/, () => `<style>${styleSheet}</style>`), styleSheet }
}

function withClass(tag: string, name: string): string {
  if (/ class="/.test(tag)) return tag.replace(' class="', ` class="${name} `)
  return tag.replace(/^<[a-z0-9]+/, (start) => `${start} class="${name}"`)
}
