import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { test } from 'node:test'
import { page, send } from '../pipeline/loopback-desk.ts'
import { openWorkspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

test('record captures feeds and their pages as a day that replays without the network', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/plan') return send(response, 200, page('A plan', 'The council put forward a peace plan.'))
    if (request.url !== '/feed') return send(response, 404, 'none')
    const items = ['plan', 'missing'].map(
      (name) =>
        `<item><title>The ${name}</title><link>${origin}/${name}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`,
    )
    return send(
      response,
      200,
      `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`,
      'text/xml',
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await using workspace = await openWorkspace({
    'feeds.yaml': `feeds:\n  - { id: local, url: "${origin}/feed", outlet: Local }\n`,
    'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
    'digests.yaml': 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
    'settings.yaml': 'fetch: { host-gap: 1ms, allow-private-hosts: [127.0.0.1] }\n',
  })
  const days = join(workspace.dir, 'days')
  const recorded = await runCli(['record', `${origin}/feed`, '--day', 'today', '--out', days], workspace.variables)
  server.closeAllConnections()
  server.close()
  assert.equal(recorded.code, 0, recorded.stderr)
  assert.match(recorded.stdout, /2 responses recorded, 1 failed/)
  const day = join(days, 'today')
  assert.match(await readFile(join(day, 'responses.yaml'), 'utf8'), /\/missing:?\n? +status: 404/)
  const replayed = await runCli(['replay', day, '--update', '--json', '--out', join(workspace.dir, 'out')])
  assert.equal(replayed.code, 0, replayed.stderr)
  const report = JSON.parse(replayed.stdout)
  const found = report.articles.find((article: { url: string }) => article.url.endsWith('/plan'))
  assert.equal(found.quality, 'full')
  assert.deepEqual(
    found.topics.map((topic: { id: string }) => topic.id),
    ['peace'],
  )
  assert.equal(report.digests.length, 1)
})
