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
      baseUrl: 'http://localhost:8080',
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
