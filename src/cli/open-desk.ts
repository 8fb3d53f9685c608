import { join } from 'node:path'
import { decodeText } from '../article/decode-text.ts'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import type { Coverage } from '../digest/digest.ts'
import { digestLinks } from '../digest/digest-links.ts'
import { feedCoverage } from '../digest/feed-coverage.ts'
import { type ExtractionPool, openExtractionPool } from '../extraction/open-extraction-pool.ts'
import { type HttpDoor, openHttpDoor } from '../fetch/open-http-door.ts'
import type { Sender } from '../mail/freeze-digest.ts'
import { type Freezer, openFreezer } from '../mail/open-freezer.ts'
import { type MailTransport, openMailTransport } from '../mail/open-mail-transport.ts'
import { roleNames } from '../person/role-names.ts'
import type { Job } from '../pipeline/job.ts'
import type { TopicsInForce } from '../pipeline/match-article.ts'
import { openStoryMemory } from '../pipeline/open-story-memory.ts'
import type { Ports } from '../pipeline/run-job.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { compileTopics } from '../topic/compile-topics.ts'
import { topicVersions } from '../topic/topic-version.ts'
import { familiesOf } from './families-of.ts'
import { version } from './version.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface DeskOptions {
  readonly environment: Environment
  readonly config: () => DeskConfig
  readonly now: () => number
  readonly sleepUntil: (at: number) => Promise<void>
  readonly random: () => number
  readonly enqueue: (jobs: readonly Job[]) => void | Promise<void>
  /** Recorded days: where all hosts are played. */
  readonly dialInstead?: { readonly host: string; readonly port: number }
}

/** Store, network, threads and mail of one process, joined to the ports the steps ask for. */
export interface Desk extends AsyncDisposable {
  readonly store: Store
  readonly door: HttpDoor
  readonly transport: MailTransport
  readonly ports: Ports
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  // Loads the tables of charsets: 10 ms that would else come on top of the first feed.
  decodeText(new Uint8Array())
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStore(options.environment.databaseUrl))
  const door = opened.use(openDoor(options, store))
  const transport = opened.use(
    openMailTransport({
      ...(options.environment.smtpUrl !== undefined && { smtpUrl: options.environment.smtpUrl }),
      folder: join(options.environment.dataDir, 'outbox'),
    }),
  )
  const pool = opened.use(lazyPool(options.config))
  const freezer = opened.use(openFreezer())
  const ports = joinPorts(options, { store, door, transport, pool, freezer })
  const resources = opened.move()
  return { store, door, transport, ports, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

function openDoor(options: DeskOptions, store: Store): HttpDoor {
  const { settings } = options.config()
  return openHttpDoor({
    ...settings.fetch,
    userAgent: `Nightdesk/${version} (+${settings.contact})`,
    now: options.now,
    sleepUntil: options.sleepUntil,
    reserveHost: store.reserveHost,
    startVisit: store.startVisit,
    endVisit: store.endVisit,
    loadRobots: store.loadRobots,
    saveRobots: store.saveRobots,
    ...(options.dialInstead !== undefined && { dialInstead: options.dialInstead }),
  })
}

/** A process that reads no pages starts no threads. */
function lazyPool(config: () => DeskConfig): ExtractionPool {
  let pool: ExtractionPool | undefined
  const opened = () => {
    pool ??= openExtractionPool(config().settings.extraction)
    return pool
  }
  return {
    read: (page) => opened().read(page),
    readListing: (listing, context) => opened().readListing(listing, context),
    [Symbol.asyncDispose]: async () => pool?.[Symbol.asyncDispose](),
  }
}

interface Means {
  readonly store: Store
  readonly door: HttpDoor
  readonly transport: MailTransport
  readonly pool: ExtractionPool
  readonly freezer: Freezer
}

function joinPorts(options: DeskOptions, means: Means): Ports {
  const { config, environment } = options
  const { store, door, transport, pool, freezer } = means
  const secret = linkSecret(store, environment)
  return {
    ...store,
    now: options.now,
    random: options.random,
    feeds: () => config().feeds,
    plans: () => config().digests,
    topics: topicsInForce(config),
    topicsVersion: () => config().version,
    topicNames: () => new Map(config().topics.map((topic) => [topic.id, topic.name])),
    topicTraits: () => new Map(config().topics.map((topic) => [topic.id, topic])),
    roleNames: () => roleNames(config().people),
    notice: () => config().refusedEdit,
    backlogMs: () => config().settings.backlogHours * HOUR_MS,
    rematchMs: () => config().settings.rematchHours * HOUR_MS,
    keepArticlesMs: () => config().settings.keepArticlesDays * DAY_MS,
    keepPagesMs: () => config().settings.keepPagesDays * DAY_MS,
    fetchFeed: (request) => door.fetchFeed(request),
    fetchPage: (request) => door.fetchPage(request),
    readPage: (page) => pool.read(page),
    readListing: (listing, context) => pool.readListing(listing, context),
    storyMemory: openStoryMemory(),
    loadMatched: (request) => store.loadMatched({ ...request, families: familiesOf(config()) }),
    loadStoriesBefore: (request) => store.loadStoriesBefore({ ...request, families: familiesOf(config()) }),
    loadCoverage: (since) => loadCoverage(store, config(), { since, now: options.now() }),
    linksFor: async (mail) => digestLinks(environment.baseUrl, await secret(), mail),
    freezeMail: async (mail) => freezer.freeze(mail, senderOf(environment, config(), await secret())),
    sendMail: (mail, onPhase) => transport.send(mail, onPhase),
    enqueue: async (jobs) => options.enqueue(jobs),
  }
}

/** Asked for when the first mail is composed, and kept. */
function linkSecret(store: Store, environment: Environment): () => Promise<string> {
  let secret: string | undefined
  return async () => {
    secret ??= (await store.loadSecrets(environment.linkSecrets))[0] ?? ''
    return secret
  }
}

function senderOf(environment: Environment, { settings }: DeskConfig, secret: string): Sender {
  const { dkim, ...addresses } = settings.mail
  const { mailFrom, dkimKey } = environment
  return {
    ...addresses,
    from: mailFrom,
    secret,
    ...(dkim !== undefined && dkimKey !== undefined && { dkim: { ...dkim, privateKey: dkimKey } }),
  }
}

/** Compiles the topics once per config. */
function topicsInForce(config: () => DeskConfig) {
  let known: { readonly config: DeskConfig; readonly inForce: TopicsInForce } | undefined
  return () => {
    const current = config()
    if (known?.config !== current) known = { config: current, inForce: compileConfig(current) }
    return known.inForce
  }
}

function compileConfig({ topics, people, version }: DeskConfig): TopicsInForce {
  return { compiled: compileTopics(topics, people), people, version, versions: topicVersions(topics, people) }
}

async function loadCoverage(
  store: Store,
  config: DeskConfig,
  { since, now }: { readonly since: number; readonly now: number },
): Promise<Coverage> {
  const states = await store.loadFeedStates()
  return { ...feedCoverage(config.feeds, states, now), ...(await store.loadReadCounts(since)) }
}
