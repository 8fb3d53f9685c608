/** Plain text as a page: a paragraph ends at an empty line. */
export function textAsHtml(text: string): string {
  const paragraphs = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split(/\r?\n[^\S\n]*\r?\n/)
  return `<article>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article>`
}
