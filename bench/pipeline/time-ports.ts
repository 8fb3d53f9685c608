import type { Ports } from '../../src/pipeline/run-job.ts'
import type { Stopwatch } from './open-stopwatch.ts'

/** The same ports; those that reach for network, threads, queue and database by a stopwatch. */
export function timePorts(ports: Ports, { note, timed }: Stopwatch): Ports {
  return {
    ...ports,
    fetchFeed: timed('fetchFeed', ports.fetchFeed),
    fetchPage: timed('fetchPage', ports.fetchPage),
    readPage: timed('readPage, with the wait for a thread', async (page) => {
      const outcome = await ports.readPage(page)
      if (outcome.kind === 'read') note('readPage, in its thread', outcome.ms)
      return outcome
    }),
    loadFeedState: timed('loadFeedState', ports.loadFeedState),
    postponePoll: timed('postponePoll', ports.postponePoll),
    savePoll: timed('savePoll', ports.savePoll),
    saveReading: timed('saveReading', ports.saveReading),
    saveJudgement: timed('saveJudgement', ports.saveJudgement),
    enqueue: timed('enqueue', ports.enqueue),
  }
}
