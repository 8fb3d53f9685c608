import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** @param share 0 to 1 */
  readonly show: (share: number) => void
  readonly end: () => void
}

/** A bar on stderr where that is a terminal; nothing otherwise. */
export function openProgress(what: string): Progress {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined }
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage}%`, hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  )
  bar.start(1_000, 0)
  return { show: (share) => bar.update(Math.round(Math.min(1, share) * 1_000)), end: () => bar.stop() }
}
