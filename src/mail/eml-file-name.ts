import { createHash } from 'node:crypto'

/** The name of a mail's file, from its Message-ID alone: the same mail twice is one file. */
export function emlFileName(messageId: string): string {
  const local = messageId.replace(/^</, '').split('@', 1)[0] ?? ''
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9.-]{0,150}$/.test(local)
  const name = isPlain ? local.replaceAll('.', '-') : createHash('sha256').update(messageId).digest('hex')
  return `${name}.eml`
}
