import { join } from 'node:path'
import { ConfigError } from './config-error.ts'
import type { ConfigProblem } from './config-problem.ts'
import { type Environment, logLevels } from './environment.ts'
import { isMailAddress } from './is-mail-address.ts'
import { nearestWord } from './nearest-word.ts'
import { findMailProblems, readMailEnvironment } from './read-mail-environment.ts'
import { findSiteProblems, readSiteEnvironment } from './read-site-environment.ts'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * The one place where the process environment is read. An empty variable counts as unset.
 * @throws ConfigError with every variable that cannot be used
 */
export function readEnvironment(variables: Variables): Environment {
  const variable = (name: string): string | undefined => variables[name]?.trim() || undefined
  const problems = [
    ...findUrlProblems(variable),
    ...findWordProblems(variable),
    ...findMailProblems(variable),
    ...findSiteProblems(variable),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  const dataDir = variable('NIGHTDESK_DATA') ?? 'var'
  const redisUrl = variable('REDIS_URL')
  const smtpUrl = variable('SMTP_URL')
  return {
    ...(redisUrl === undefined ? {} : { redisUrl }),
    databaseUrl: variable('DATABASE_URL')?.replace(/^sqlite:(?:\/\/)?/, '') ?? join(dataDir, 'nightdesk.sqlite'),
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...readMailEnvironment(variable),
    mailFrom: variable('MAIL_FROM') ?? 'Nightdesk <desk@localhost>',
    digestTo: splitAddresses(variable('DIGEST_TO') ?? ''),
    ...readSiteEnvironment(variable),
    logLevel: logLevels.find((level) => level === variable('LOG_LEVEL')) ?? 'info',
    configDir: variable('NIGHTDESK_CONFIG') ?? 'config',
    dataDir,
    variable,
  }
}

function findUrlProblems(variable: Environment['variable']): readonly ConfigProblem[] {
  const schemes = {
    REDIS_URL: ['redis', 'rediss'],
    DATABASE_URL: ['postgres', 'postgresql', 'sqlite'],
    SMTP_URL: ['smtp', 'smtps'],
    BASE_URL: ['http', 'https'],
  }
  return Object.entries(schemes).flatMap(([name, allowed]) => {
    const value = variable(name)
    if (value === undefined || hasScheme(value, allowed)) return []
    if (name === 'DATABASE_URL' && !value.includes('://')) return []
    const expected = `a URL that starts with ${allowed.map((scheme) => `${scheme}://`).join(' or ')}`
    return [problemOf(name, name === 'DATABASE_URL' ? `${expected}, or a file path` : expected, describeUrl(value))]
  })
}

function hasScheme(value: string, allowed: readonly string[]): boolean {
  const scheme = /^([a-z]+):\/\/[^\s]+$/.exec(value)?.[1]
  return scheme !== undefined && allowed.includes(scheme) && (scheme === 'sqlite' || URL.canParse(value))
}

/** No more than the scheme: whatever follows may be a secret in the wrong place. */
function describeUrl(value: string): string {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(value)?.[1]
  return scheme === undefined ? 'a value without a scheme' : `a value that starts with ${scheme}://, or is no URL`
}

function findWordProblems(variable: Environment['variable']): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const level = variable('LOG_LEVEL')
  if (level !== undefined && !logLevels.some((known) => known === level)) {
    const nearest = nearestWord(level, logLevels)
    const hint = nearest === undefined ? {} : { hint: `did you mean ${nearest}?` }
    problems.push({ ...problemOf('LOG_LEVEL', `one of ${logLevels.join(', ')}`, `\`${level}\``), ...hint })
  }
  const from = variable('MAIL_FROM')
  if (from !== undefined && !isSender(from)) {
    problems.push(problemOf('MAIL_FROM', 'a mail address, or a name with the address in <>', `\`${from}\``))
  }
  const to = variable('DIGEST_TO')
  if (to !== undefined && !splitAddresses(to).every(isMailAddress)) {
    problems.push(problemOf('DIGEST_TO', 'mail addresses separated by commas', `\`${to}\``))
  }
  return problems
}

function isSender(text: string): boolean {
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1]
  return isMailAddress(address ?? text)
}

function splitAddresses(list: string): readonly string[] {
  return list === '' ? [] : list.split(',').map((address) => address.trim())
}

function problemOf(name: string, expected: string, got: string): ConfigProblem {
  return { file: `environment variable ${name}`, line: 0, column: 0, expected, got }
}
