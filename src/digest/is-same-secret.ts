import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares in a time that tells nothing of where two texts differ; hashed first, so that any lengths may be given. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hash(left), hash(right))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
