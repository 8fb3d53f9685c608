import { createServer } from 'node:http'

/** A process of its own, so that its work is not counted: answers 304 to whoever shows the validator. Ends with its parent. */
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  response.writeHead(request.headers['if-none-match'] === undefined ? 200 : 304, {
    etag: '"same"',
    'cache-control': 'max-age=600',
  })
  response.end()
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => process.send?.(server.address()))
process.on('disconnect', () => process.exit(0))
