import { createPrivateKey } from 'node:crypto'
import type { ConfigProblem } from './config-problem.ts'
import type { Environment } from './environment.ts'

type Variable = Environment['variable']

/** Receivers ignore signatures by shorter keys (RFC 8301, 3.2). */
const SHORTEST_KEY_BITS = 1_024

/** What the environment says of signing mail. */
export function readMailEnvironment(variable: Variable): Pick<Environment, 'dkimKey'> {
  const key = variable('DKIM_KEY')
  return key === undefined ? {} : { dkimKey: unfold(key) }
}

export function findMailProblems(variable: Variable): readonly ConfigProblem[] {
  const key = variable('DKIM_KEY')
  if (key === undefined || isRsaKey(unfold(key))) return []
  return [
    {
      file: 'environment variable DKIM_KEY',
      line: 0,
      column: 0,
      expected: `an RSA private key of ${SHORTEST_KEY_BITS} bits or more as PEM, on one line with \\n for its line ends`,
      got: 'a value that is none',
      hint: '`openssl genrsa 2048` makes one',
    },
  ]
}

function unfold(key: string): string {
  return key.replaceAll('\\n', '\n')
}

function isRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_KEY_BITS
  } catch {
    return false
  }
}
