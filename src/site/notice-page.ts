import { raw } from 'hono/html'
import { type Markup, markup } from '../digest/markup.ts'
import type { SitePage } from './site-page.ts'

const STYLE_SHEET = `
:root{color-scheme:light dark}
body{margin:0;background:#f1eee7;color:#24272f;font:17px/1.6 -apple-system,'Segoe UI',Roboto,Arial,sans-serif}
main{box-sizing:border-box;max-width:640px;margin:0 auto;padding:32px 16px;overflow-wrap:anywhere}
.brand{margin:0;padding:24px 28px;background:#151c36;color:#e9cb8d;border-radius:14px 14px 0 0;font:14px/20px Georgia,serif;letter-spacing:3px}
.card{padding:28px;background:#fffdf9;border-radius:0 0 14px 14px}
h1{margin:0 0 12px;font:normal 28px/36px Georgia,serif}
p{margin:0 0 16px}
p:last-child,form{margin:0}
button{padding:12px 24px;border:0;border-radius:9px;background:#1c3d86;color:#fff;font:inherit;cursor:pointer}
button:hover{background:#152f68}
button:focus-visible{outline:3px solid #c9962f;outline-offset:2px}
@media (prefers-color-scheme:dark){
body{background:#0e1117;color:#e9e6de}
.brand{background:#1b2445}
.card{background:#171b25}
button{background:#a9c4ff;color:#0e1117}
button:hover{background:#c9daff}
}
`

export interface Notice {
  /** One sentence: the heading, and the name of the page. */
  readonly title: string
  /** Paragraphs and forms. */
  readonly body: readonly Markup[]
}

/** A page that says one thing. */
export function noticePage({ title, body }: Notice): SitePage {
  const html = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(STYLE_SHEET)}</style>
</head>
<body>
<main>
<p class="brand">NIGHTDESK</p>
<div class="card">
<h1>${title}</h1>
${body}</div>
</main>
</body>
</html>
`
  return { html: String(html), styleSheet: STYLE_SHEET }
}
