import { isIP } from 'node:net'
import type { ConfigProblem } from './config-problem.ts'
import type { Environment, SiteBind } from './environment.ts'
import { isLoopback } from './is-loopback.ts'

type Variable = Environment['variable']
type SiteEnvironment = Pick<Environment, 'baseUrl' | 'siteBind' | 'linkSecrets' | 'metricsToken'>

const DEFAULT_BIND = '127.0.0.1:8420'
/** 128 bits, written in hexadecimal: who guesses a secret reads digests and ends them. */
const SECRET_LENGTH = 32

/** What the environment says of the web page. */
export function readSiteEnvironment(variable: Variable): SiteEnvironment {
  const baseUrl = variable('BASE_URL')
  const siteBind = parseBind(variable('SITE_BIND') ?? DEFAULT_BIND)
  const metricsToken = variable('METRICS_TOKEN')
  return {
    ...(baseUrl !== undefined && { baseUrl: new URL(baseUrl).href.replace(/\/+$/, '') }),
    ...(siteBind !== undefined && { siteBind }),
    linkSecrets: splitSecrets(variable('NIGHTDESK_SECRET')),
    ...(metricsToken !== undefined && { metricsToken }),
  }
}

export function findSiteProblems(variable: Variable): readonly ConfigProblem[] {
  return [...findBaseProblems(variable), ...findBindProblems(variable), ...findSecretProblems(variable)]
}

function findBaseProblems(variable: Variable): readonly ConfigProblem[] {
  const url = URL.parse(variable('BASE_URL') ?? '')
  if (url === null || (url.search === '' && url.hash === '' && url.username === '')) return []
  return [problemOf('BASE_URL', 'a URL to which paths can be added', 'one with a login, a ? or a #')]
}

function findBindProblems(variable: Variable): readonly ConfigProblem[] {
  const written = variable('SITE_BIND')
  if (written === undefined || written === 'off') return []
  const bind = parseBind(written)
  if (bind === undefined) {
    const expected = 'an address and a port such as 127.0.0.1:8420 or [::1]:8420, or off'
    return [problemOf('SITE_BIND', expected, `\`${written}\``)]
  }
  if (isLoopback(bind.host) || variable('BASE_URL') !== undefined) return []
  const expected = 'BASE_URL beside an address that others can reach, since the page is for them then'
  return [problemOf('SITE_BIND', expected, `\`${written}\` and no BASE_URL`)]
}

function findSecretProblems(variable: Variable): readonly ConfigProblem[] {
  const secrets = splitSecrets(variable('NIGHTDESK_SECRET'))
  const shortest = Math.min(...secrets.map((secret) => secret.length))
  if (shortest >= SECRET_LENGTH) return []
  const expected = `at least ${SECRET_LENGTH} characters in each secret, as \`openssl rand -hex 32\` gives`
  return [problemOf('NIGHTDESK_SECRET', expected, `one of ${shortest}`)]
}

/** @returns undefined for `off` and for what is no address with a port */
function parseBind(written: string): SiteBind | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(written) ?? []
  const host = bracketed ?? plain
  const port = Number(digits)
  if (host === undefined || port > 65_535) return undefined
  const family = isIP(host)
  const isFitting = bracketed === undefined ? family === 4 || host === 'localhost' : family === 6
  return isFitting ? { host, port } : undefined
}

function splitSecrets(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map((secret) => secret.trim())
}

function problemOf(name: string, expected: string, got: string): ConfigProblem {
  return { file: `environment variable ${name}`, line: 0, column: 0, expected, got }
}
