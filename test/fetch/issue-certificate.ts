import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export interface Issued {
  readonly name: string
  readonly key: KeyObject
  readonly cert: string
}

export interface CertificateOrder {
  readonly name: string
  /** As ASN.1 writes them: `20240614100000Z`. */
  readonly from: string
  readonly until: string
  /** Without one, the certificate signs itself. */
  readonly issuer?: Issued
  readonly isAuthority?: boolean
}

/** Makes an X.509 v3 certificate (RFC 5280) with a P-256 key, so that no test needs openssl or a stored key. */
export function issueCertificate({ name, from, until, issuer, isAuthority = false }: CertificateOrder): Issued {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const content = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 0x7fffffff)),
    ecdsaWithSha256,
    commonName(issuer?.name ?? name),
    sequence(tagged(0x18, Buffer.from(from)), tagged(0x18, Buffer.from(until))),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(isAuthority ? authority : dnsName(name))),
  )
  const signature = sign('sha256', content, issuer?.key ?? key)
  const der = sequence(content, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature))
  return { name, key, cert: pem(der) }
}

const ecdsaWithSha256 = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
const truth = tagged(0x01, Buffer.from([0xff]))
/** basicConstraints, critical: may sign others. */
const authority = sequence(oid([0x55, 0x1d, 0x13]), truth, tagged(0x04, sequence(truth)))

function dnsName(name: string): Buffer {
  return sequence(oid([0x55, 0x1d, 0x11]), tagged(0x04, sequence(tagged(0x82, Buffer.from(name)))))
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid([0x55, 0x04, 0x03]), tagged(0x0c, Buffer.from(name)))))
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tagged(0x30, ...parts)
}

function oid(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes))
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  const start = bytes.findIndex((byte, index) => byte !== 0 || index === 4)
  const isNegative = (bytes[start] ?? 0) > 0x7f
  return tagged(0x02, bytes.subarray(isNegative ? start - 1 : start))
}

/** DER: tag, length, content. */
function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
