import { loadDay } from '../../src/replay/load-day.ts'
import { serveDay } from '../../src/replay/serve-day.ts'

/** The outlets: a process of its own, so that their work is not counted as the desk's. It ends with its parent. */
const server = await serveDay(await loadDay(process.argv[2] ?? '.'))
process.on('disconnect', () => process.exit(0))
process.send?.({ host: server.host, port: server.port })
