import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** One attempt at a job, and what it came to. */
export interface DoneJob {
  readonly step: string
  readonly kind: string
  readonly ms: number
}

/** How things stand, in the whole desk and not in this process alone. */
export interface DeskGauges {
  readonly articleCount: number
  readonly unsubscriptionCount: number
  readonly mailsByStatus: Readonly<Record<string, number>>
  readonly feedsByHealth: Readonly<Record<string, number>>
  /** Due and not done, by step. */
  readonly dueBySteps: Readonly<Record<string, number>>
  /** Epoch ms. */
  readonly tickAt?: number
}

export interface Metrics {
  /** Counts what this process did. */
  readonly countJob: (job: DoneJob) => void
  /** In Prometheus' text format, with the memory, CPU and event-loop lag of this process. */
  readonly render: (gauges: DeskGauges) => Promise<string>
}

const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60]

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const countJob = openJobCounters(registry)
  const setGauges = openGauges(registry)
  return {
    countJob,
    render: (gauges) => {
      setGauges(gauges)
      return registry.metrics()
    },
  }
}

function openJobCounters(registry: Registry): Metrics['countJob'] {
  const jobs = new Counter({
    name: 'nightdesk_jobs_total',
    help: 'Jobs this process ran, by step and by what they came to.',
    labelNames: ['step', 'kind'] as const,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'nightdesk_job_duration_seconds',
    help: 'How long the jobs of this process took.',
    labelNames: ['step'] as const,
    buckets: SECONDS,
    registers: [registry],
  })
  return ({ step, kind, ms }) => {
    jobs.inc({ step, kind })
    durations.observe({ step }, ms / 1_000)
  }
}

function openGauges(registry: Registry): (gauges: DeskGauges) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const articles = gauge('nightdesk_articles', 'Articles known.')
  const unsubscriptions = gauge('nightdesk_unsubscriptions', 'Digests that readers have stopped.')
  const tick = gauge('nightdesk_last_tick_timestamp_seconds', 'When the last tick came.')
  const mails = openGaugeBy(registry, 'status', 'nightdesk_mails', 'Mails in the outbox.')
  const feeds = openGaugeBy(registry, 'health', 'nightdesk_feeds', 'Feeds in the config.')
  const due = openGaugeBy(registry, 'step', 'nightdesk_due', 'What is due and not done yet.')
  return (gauges) => {
    articles.set(gauges.articleCount)
    unsubscriptions.set(gauges.unsubscriptionCount)
    if (gauges.tickAt !== undefined) tick.set(gauges.tickAt / 1_000)
    mails(gauges.mailsByStatus)
    feeds(gauges.feedsByHealth)
    due(gauges.dueBySteps)
  }
}

/** A gauge with one label; a value that is no longer told of is forgotten. */
function openGaugeBy(registry: Registry, label: string, name: string, help: string) {
  const gauge = new Gauge({ name, help, labelNames: [label], registers: [registry] })
  return (counts: Readonly<Record<string, number>>): void => {
    gauge.reset()
    for (const [value, count] of Object.entries(counts)) gauge.set({ [label]: value }, count)
  }
}
