const ROUNDS = 1_000_000

/**
 * Nanoseconds of CPU time that one round of a bare loop costs here, about 1.3 on a usual core. The least of many runs: the
 * runtime compiles the loop only after some of them.
 */
export function measureYardstick(): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 50; run++) {
    const start = process.cpuUsage()
    if (spin(run) === Number.POSITIVE_INFINITY) break
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, ((user + system) * 1_000) / ROUNDS)
  }
  return least
}

function spin(seed: number): number {
  let x = seed
  for (let round = 0; round < ROUNDS; round++) x = (Math.imul(x, 31) + round) | 0
  return x
}
