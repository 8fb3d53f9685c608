import type { Waits } from './desk-message.ts'

type Call<Rest extends unknown[], Result> = (...rest: Rest) => Promise<Result>

export interface Stopwatch {
  readonly note: (name: string, ms: number) => void
  /** The same function, with the time from call to answer noted. */
  readonly timed: <Rest extends unknown[], Result>(name: string, call: Call<Rest, Result>) => Call<Rest, Result>
  readonly waits: () => Waits
}

/** Sums up how long calls take. They run side by side, so that the sums overlap. */
export function openStopwatch(): Stopwatch {
  const noted: Record<string, { count: number; ms: number }> = {}
  function note(name: string, ms: number): void {
    const sum = noted[name] ?? { count: 0, ms: 0 }
    sum.count += 1
    sum.ms += ms
    noted[name] = sum
  }
  return {
    note,
    timed:
      (name, call) =>
      async (...rest) => {
        const startedAt = performance.now()
        try {
          return await call(...rest)
        } finally {
          note(name, performance.now() - startedAt)
        }
      },
    waits: () => noted,
  }
}
