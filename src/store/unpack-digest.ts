import type { Digest } from '../digest/digest.ts'
import { unpackBytes } from './pack-bytes.ts'

/** What a mail says, as it was composed. */
export async function unpackDigest(content: Uint8Array): Promise<Digest> {
  const digest: Digest = JSON.parse(new TextDecoder().decode(await unpackBytes(content)))
  return digest
}
