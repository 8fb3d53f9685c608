import { once } from 'node:events'
import { createServer } from 'node:http'
import iconv from 'iconv-lite'

/** A process that plays hosts with large pages: `/feed` lists the pages of the host that is asked. It ends with its parent. */
const PAGES_PER_HOST = 25
const SIZES_KB = [300, 300, 500, 1_000, 2_000, 300, 500, 4_000, 300, 14_000]
const SENTENCES = [
  'The harbour office counted the boats again, wrote the number down and hung the list on the door.',
  'Рада міста знову порахувала човни, записала число і повісила список на двері.',
]

const server = createServer((request, response) => {
  const host = request.headers.host ?? ''
  if (request.url === '/feed') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(host))
    return
  }
  const index = Number(/\d+/.exec(request.url ?? '')?.[0])
  if (Number.isNaN(index)) {
    response.writeHead(404).end()
    return
  }
  const isOld = index % 5 === 4
  const text = pageOf(host, index, isOld ? 'windows-1251' : 'utf-8')
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(isOld ? iconv.encode(text, 'windows-1251') : text)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.(typeof address === 'object' ? address?.port : undefined)
process.on('disconnect', () => process.exit(0))

function feedOf(host: string): string {
  const items = Array.from({ length: PAGES_PER_HOST }, (_, index) => {
    const url = `https://${host}/story-${index}`
    return `<item><title>Story ${index} of ${host}</title><link>${url}</link><guid>${url}</guid></item>`
  })
  return `<rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>${items.join('')}</channel></rss>`
}

/** An article of 40 paragraphs; what makes the page large is menus, scripts, and for every fourth the article itself. */
function pageOf(host: string, index: number, charset: string): string {
  const bytes = (SIZES_KB[index % SIZES_KB.length] ?? 300) * 1_000
  const sentence = SENTENCES[index % SENTENCES.length] ?? ''
  const paragraph = (count: number) => `<p>Number ${count} of story ${index} on ${host}. ${sentence.repeat(4)}</p>`
  const isLongArticle = index % 4 === 3 && bytes <= 300_000
  const article = Array.from({ length: isLongArticle ? Math.floor(bytes / 800) : 40 }, (_, count) => paragraph(count))
  const menu = Array.from({ length: 300 }, (_, count) => `<li><a href="/s/${count}">Section ${count}</a></li>`)
  const head = `<meta charset="${charset}"><title>Story ${index} of ${host}</title>`
  const body = `<ul>${menu.join('')}</ul><article><h1>Story ${index} of ${host}</h1>${article.join('')}</article>`
  const state = `"${sentence} "`.repeat(Math.max(0, Math.floor((bytes - body.length) / (sentence.length + 3))))
  return `<!doctype html><html><head>${head}</head><body>${body}<script>[${state}]</script></body></html>`
}
