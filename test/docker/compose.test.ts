import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEnvironment } from '../../src/config/read-environment.ts'

/** What we use of the Compose Specification; a key that is not here is a mistake or wants a test. */
const serviceForm = z.strictObject({
  build: z.literal('.').optional(),
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  init: z.literal(true).optional(),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  read_only: z.literal(true),
  restart: z.literal('unless-stopped'),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
  stop_grace_period: z.string().optional(),
  shm_size: z.string().optional(),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default(['default']),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).default({}),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      start_period: z.string().optional(),
      retries: z.int(),
    })
    .optional(),
})

const composeForm = z.strictObject({
  name: z.literal('nightdesk'),
  'x-confined': z.unknown(),
  'x-nightdesk': z.unknown(),
  services: z.record(z.string(), serviceForm),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
})

const text = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8')
const compose = composeForm.parse(parse(text, { merge: true }))
const services = Object.entries(compose.services)

function serviceOf(name: string): z.infer<typeof serviceForm> {
  const service = compose.services[name]
  assert.ok(service, `expected a service ${name}`)
  return service
}

describe('docker-compose.yml', () => {
  it('has the desk, a worker and what they talk to', () => {
    assert.deepEqual(Object.keys(compose.services).toSorted(), ['desk', 'mailpit', 'postgres', 'redis', 'worker'])
    assert.deepEqual(serviceOf('desk').command, ['start'])
    assert.deepEqual(serviceOf('worker').command, ['worker'])
  })

  it('points at services, networks and volumes that are declared', () => {
    for (const [name, { depends_on, networks, volumes }] of services) {
      for (const other of Object.keys(depends_on)) assert.ok(other in compose.services, `${name} needs ${other}`)
      for (const network of networks) assert.ok(network in compose.networks, `${name} is in ${network}`)
      for (const source of volumes.map((volume) => volume.split(':')[0] ?? ''))
        assert.ok(source.startsWith('./') || source in compose.volumes, `${name} mounts ${source}`)
    }
  })

  it('pins every image to a version', () => {
    for (const [name, { image, build }] of services)
      assert.ok(build === '.' || /^[a-z/]+:v?\d+\.\d+(\.\d+)?/.test(image ?? ''), `${name}: ${image}`)
  })

  it('waits only for services whose health is looked at', () => {
    for (const [name, { depends_on }] of services)
      for (const other of Object.keys(depends_on)) assert.ok(serviceOf(other).healthcheck, `${name} waits for ${other}`)
  })

  it('opens ports to this machine alone, and none of a service that may be scaled', () => {
    for (const [name, { ports }] of services) for (const port of ports) assert.match(port, /^127\.0\.0\.1:/, name)
    assert.deepEqual(serviceOf('worker').ports, [])
  })

  it('keeps Redis and PostgreSQL in a network without a way out', () => {
    assert.equal(compose.networks.backend?.internal, true)
    for (const name of ['redis', 'postgres']) assert.deepEqual(serviceOf(name).networks, ['backend'])
  })

  it('gives Redis a policy that keeps jobs, and a log that survives a restart', () => {
    const command = serviceOf('redis').command?.join(' ') ?? ''
    assert.match(command, /--appendonly yes/)
    assert.match(command, /--maxmemory-policy noeviction/)
  })

  it('holds no secret: passwords come from the environment', () => {
    for (const [name, { environment = {} }] of services)
      for (const [variable, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|TOKEN/.test(variable)) assert.match(value, /^\$\{[A-Z_]+:/, `${name}: ${variable}`)
    assert.doesNotMatch(text, /\/\/[^/\s@$]+:[^/\s@$]+@/)
  })

  it('gives the desk an environment that it takes', () => {
    const environment = readEnvironment(filledIn({}))
    assert.equal(environment.redisUrl, 'redis://redis:6379')
    assert.match(environment.databaseUrl, /^postgres:\/\/\w+@postgres:/)
    assert.equal(environment.smtpUrl, 'smtp://mailpit:1025')
    assert.equal(environment.digestTo.length, 1)
    assert.deepEqual(serviceOf('worker').environment, serviceOf('desk').environment)
  })

  it('lets the page out of its container once BASE_URL is set', () => {
    assert.equal(readEnvironment(filledIn({})).siteBind?.host, '127.0.0.1')
    const named = { BASE_URL: 'https://desk.example' }
    assert.deepEqual(readEnvironment({ ...named, ...filledIn(named) }).siteBind, { host: '0.0.0.0', port: 8420 })
  })
})

/** The environment of the desk as Compose fills it in: `${NAME:-else}` and `${NAME:+then}`. */
function filledIn(known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const fill = (value: string) =>
    value.replace(/^\$\{(\w+):([-+])(.*)\}$/, (_, name: string, sign: string, other: string) =>
      sign === '-' ? (known[name] ?? other) : name in known ? other : '',
    )
  return Object.fromEntries(
    Object.entries(serviceOf('desk').environment ?? {}).map(([name, value]) => [name, fill(value)]),
  )
}
