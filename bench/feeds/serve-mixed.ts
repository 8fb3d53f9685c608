import { serveMixedHosts } from '../../test/fetch/serve-mixed-hosts.ts'

/** A process of its own, so that its memory is not counted. Tells its feeds, then how many connections are open. */
const hosts = await serveMixedHosts(1000, 100)
process.send?.({ feeds: hosts.feeds, authority: hosts.authority })
process.on('message', () => process.send?.({ openCount: hosts.openCount() }))
process.on('disconnect', () => process.exit(0))
