import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ConfigError } from '../../src/config/config-error.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'

describe('readEnvironment', () => {
  it('runs on nothing', () => {
    const { variable, ...environment } = readEnvironment({})
    assert.deepEqual(environment, {
      databaseUrl: join('var', 'nightdesk.sqlite'),
      mailFrom: 'Nightdesk <desk@localhost>',
      digestTo: [],
      siteBind: { host: '127.0.0.1', port: 8420 },
      linkSecrets: [],
      logLevel: 'info',
      configDir: 'config',
      dataDir: 'var',
    })
    assert.equal(variable('ANYTHING'), undefined)
  })

  it('reads every variable', () => {
    const { variable, ...environment } = readEnvironment({
      REDIS_URL: 'redis://localhost:6379',
      DATABASE_URL: 'postgres://desk@localhost/desk',
      SMTP_URL: 'smtps://desk:secret@mail.example',
      MAIL_FROM: 'desk@desk.example',
      DIGEST_TO: 'a@desk.example, b@desk.example',
      BASE_URL: 'https://desk.example/',
      SITE_BIND: '[::]:80',
      NIGHTDESK_SECRET: `${'n'.repeat(32)}, ${'o'.repeat(32)}`,
      METRICS_TOKEN: 'let me count',
      LOG_LEVEL: 'debug',
      NIGHTDESK_CONFIG: '/etc/nightdesk',
      NIGHTDESK_DATA: '/var/lib/nightdesk',
      NIGHT_EDITOR: ' c@desk.example ',
    })
    assert.deepEqual(environment, {
      redisUrl: 'redis://localhost:6379',
      databaseUrl: 'postgres://desk@localhost/desk',
      smtpUrl: 'smtps://desk:secret@mail.example',
      mailFrom: 'desk@desk.example',
      digestTo: ['a@desk.example', 'b@desk.example'],
      baseUrl: 'https://desk.example',
      siteBind: { host: '::', port: 80 },
      linkSecrets: ['n'.repeat(32), 'o'.repeat(32)],
      metricsToken: 'let me count',
      logLevel: 'debug',
      configDir: '/etc/nightdesk',
      dataDir: '/var/lib/nightdesk',
    })
    assert.equal(variable('NIGHT_EDITOR'), 'c@desk.example')
  })

  const databases = [
    [{ NIGHTDESK_DATA: '/data' }, join('/data', 'nightdesk.sqlite')],
    [{ DATABASE_URL: '' }, join('var', 'nightdesk.sqlite')],
    [{ DATABASE_URL: ':memory:' }, ':memory:'],
    [{ DATABASE_URL: 'desk.sqlite' }, 'desk.sqlite'],
    [{ DATABASE_URL: 'sqlite:desk.sqlite' }, 'desk.sqlite'],
    [{ DATABASE_URL: 'sqlite:///data/desk.sqlite' }, '/data/desk.sqlite'],
  ] as const
  for (const [variables, expected] of databases) {
    it(`finds the database by ${JSON.stringify(variables)}`, () => {
      assert.equal(readEnvironment(variables).databaseUrl, expected)
    })
  }

  const binds = [
    ['off', undefined],
    ['127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
    ['localhost:65535', { host: 'localhost', port: 65_535 }],
    ['127.9.9.9:80', { host: '127.9.9.9', port: 80 }],
    ['[::1]:8420', { host: '::1', port: 8420 }],
  ] as const
  for (const [written, expected] of binds) {
    it(`lets the page listen at ${written} without BASE_URL`, () => {
      assert.deepEqual(readEnvironment({ SITE_BIND: written }).siteBind, expected)
    })
  }

  for (const written of ['127.0.0.1', '127.0.0.1:65536', '::1:8420', '[127.0.0.1]:80', 'desk.example:80', '1.2.3:80']) {
    it(`does not take ${written} for an address and a port`, () => {
      assert.throws(() => readEnvironment({ SITE_BIND: written }), /SITE_BIND {2}expected an address and a port/)
    })
  }

  for (const written of ['10.0.0.1:80', '0.0.0.0:80', '[::]:80', '[::ffff:10.0.0.1]:80']) {
    it(`asks for BASE_URL where others can reach ${written}`, () => {
      assert.throws(() => readEnvironment({ SITE_BIND: written }), /SITE_BIND {2}expected BASE_URL/)
      assert.ok(readEnvironment({ SITE_BIND: written, BASE_URL: 'https://desk.example' }).siteBind)
    })
  }

  const mistakes = [
    [
      { REDIS_URL: 'http://desk:hush@redis.example' },
      'environment variable REDIS_URL  expected a URL that starts with redis:// or rediss://, got a value that starts with http://, or is no URL',
    ],
    [
      { SMTP_URL: 'desk:hush@mail.example' },
      'environment variable SMTP_URL  expected a URL that starts with smtp:// or smtps://, got a value without a scheme',
    ],
    [
      { DATABASE_URL: 'mysql://desk:hush@db.example/desk' },
      'environment variable DATABASE_URL  expected a URL that starts with postgres:// or postgresql:// or sqlite://, or a file path, got a value that starts with mysql://, or is no URL',
    ],
    [
      { BASE_URL: 'desk.example' },
      'environment variable BASE_URL  expected a URL that starts with http:// or https://, got a value without a scheme',
    ],
    [
      { BASE_URL: 'https://desk:hush@desk.example' },
      'environment variable BASE_URL  expected a URL to which paths can be added, got one with a login, a ? or a #',
    ],
    [
      { SITE_BIND: 'everywhere' },
      'environment variable SITE_BIND  expected an address and a port such as 127.0.0.1:8420 or [::1]:8420, or off, got `everywhere`',
    ],
    [
      { SITE_BIND: '0.0.0.0:8420' },
      'environment variable SITE_BIND  expected BASE_URL beside an address that others can reach, since the page is for them then, got `0.0.0.0:8420` and no BASE_URL',
    ],
    [
      { NIGHTDESK_SECRET: `${'n'.repeat(32)},hush` },
      'environment variable NIGHTDESK_SECRET  expected at least 32 characters in each secret, as `openssl rand -hex 32` gives, got one of 4',
    ],
    [
      { LOG_LEVEL: 'warning' },
      'environment variable LOG_LEVEL  expected one of fatal, error, warn, info, debug, trace, silent, got `warning`\n      = did you mean warn?',
    ],
    [
      { MAIL_FROM: 'Night Desk' },
      'environment variable MAIL_FROM  expected a mail address, or a name with the address in <>, got `Night Desk`',
    ],
    [
      { DIGEST_TO: 'a@desk.example b@desk.example' },
      'environment variable DIGEST_TO  expected mail addresses separated by commas, got `a@desk.example b@desk.example`',
    ],
  ] as const
  for (const [variables, message] of mistakes) {
    it(`refuses ${Object.keys(variables)[0]} with what was expected, and shows no secret`, () => {
      assert.throws(() => readEnvironment(variables), { name: 'ConfigError', message })
    })
  }

  it('tells all mistakes at once', () => {
    assert.throws(
      () => readEnvironment({ REDIS_URL: 'x', LOG_LEVEL: 'x', DIGEST_TO: 'x' }),
      (error) => error instanceof ConfigError && error.problems.length === 3,
    )
  })

  it('is explained in .env.example, variable by variable', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
    const asked = new Set<string>()
    readEnvironment(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }))
    const explained = example.match(/^# [A-Z_]+(?==)/gm)?.map((line) => line.slice(2))
    assert.deepEqual(explained?.toSorted(), [...asked].toSorted())
  })
})
