import type { FetchFailure } from '../feed/fetch-outcome.ts'

type Code = FetchFailure['code']

/** By the codes of Node's net, tls and dns, OpenSSL, and undici. */
const failures: Readonly<Record<string, readonly [Code, string]>> = {
  FORBIDDEN_ADDRESS: ['forbidden-address', ''],
  ENOTFOUND: ['dns', 'no such host'],
  EAI_AGAIN: ['dns', 'the name server did not answer'],
  ENODATA: ['dns', 'the name has no address'],
  ECONNREFUSED: ['connect', 'the server refuses connections'],
  EHOSTUNREACH: ['connect', 'no way to the host'],
  ENETUNREACH: ['connect', 'no way to the network'],
  EADDRNOTAVAIL: ['connect', 'no way to the address'],
  ETIMEDOUT: ['timeout', 'no connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'no answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the body stalled'],
  ECONNRESET: ['reset', 'the server cut the connection'],
  EPIPE: ['reset', 'the server cut the connection'],
  UND_ERR_SOCKET: ['reset', 'the server cut the connection'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['truncated', 'the body is not as long as its Content-Length'],
  UND_ERR_HEADERS_OVERFLOW: ['unreadable', 'the headers are too large'],
  CERT_HAS_EXPIRED: ['tls', 'the certificate has expired'],
  CERT_NOT_YET_VALID: ['tls', 'the certificate is not valid yet'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'the certificate chain ends in a self-signed one'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'the certificate is for another host'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'the certificate chain is incomplete'],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', 'the certificate chain is incomplete'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', "the certificate's issuer is not known"],
  CERT_REVOKED: ['tls', 'the certificate was revoked'],
  EPROTO: ['tls', 'the server does not speak TLS as we do'],
}

/** Says in our words what the network did. `hadAnswer`: the headers had come, so what broke is the body. */
export function explainFailure(error: unknown, hadAnswer = false): FetchFailure {
  const code = codeOf(error)
  const known = failures[code]
  if (hadAnswer && known?.[0] === 'reset') return { code: 'truncated', message: 'the server cut the body short' }
  if (known) return { code: known[0], message: known[1] || messageOf(error) }
  if (isTimeout(error)) return { code: 'timeout', message: 'the whole answer did not come in time' }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return { code: 'tls', message: messageOf(error) }
  if (error instanceof Error && error.name === 'HTTPParserError') {
    return { code: hadAnswer ? 'truncated' : 'unreadable', message: `not HTTP as it should be: ${error.message}` }
  }
  return { code: hadAnswer ? 'truncated' : 'connect', message: messageOf(error) }
}

/** A dual-stack dial fails with one error for each address; the first tells enough. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
