import type { ProcessUse } from './desk-message.ts'
import { MAIN_PARTS } from './divide-busy-time.ts'
import type { Run } from './measure-run.ts'

type Row = readonly [label: string, ...cells: string[]]

/** The tables of the bench, one column per way to run. */
export function renderRuns(runs: readonly Run[]): string {
  const head: Row = ['', ...runs.map((run) => run.name)]
  return [
    table([head, ...figures(runs)]),
    'CPU time by thread',
    table([head, ...threadRows(runs)]),
    'Busy time of the main thread by part (sampled; a wait inside SQLite for the disk or for another writer is busy time)',
    table([head, ...partRows(runs)]),
    'Mean time of a call, ms (calls run side by side: times overlap and include waiting for a turn)',
    table([head, ...waits(runs)]),
  ].join('\n\n')
}

function figures(runs: readonly Run[]): Row[] {
  const row = (label: string, cell: (run: Run) => string): Row => [label, ...runs.map(cell)]
  return [
    row('articles', (run) => String(run.articleCount)),
    row('  of them not in full', (run) => String(run.partlyReadCount)),
    row('matches', (run) => String(run.matchCount)),
    row('seconds', (run) => (run.wallMs / 1_000).toFixed(1)),
    row('articles per second', (run) => (run.articleCount / (run.wallMs / 1_000)).toFixed(1)),
    row('CPU seconds per article', (run) => (cpuMs(run) / run.articleCount / 1_000).toFixed(4)),
    row('CPUs kept busy', (run) => (cpuMs(run) / run.wallMs).toFixed(2)),
    row('peak memory, MB', (run) => megabytes(sum(run.processes, (each) => each.peakBytes))),
    row('  by process', (run) => run.processes.map((each) => megabytes(each.peakBytes)).join(' + ')),
    row('Redis beside it', (run) =>
      run.redis === undefined ? '' : `${megabytes(run.redis.peakBytes)} MB, ${(run.redis.cpuMs / 1_000).toFixed(1)} s`,
    ),
  ]
}

function threadRows(runs: readonly Run[]): Row[] {
  const row = (label: string, ms: (use: ProcessUse) => number): Row => [
    label,
    ...runs.map((run) => shareOf(sum(run.processes, ms), cpuMs(run), run)),
  ]
  return [
    row('extraction threads', ({ cpu }) => cpu.extraction),
    row('main thread', ({ cpu }) => cpu.main),
    row('V8 (collecting, compiling)', ({ cpu }) => cpu.engine),
    row('libuv (files, gzip)', ({ cpu }) => cpu.files),
    row('other threads', ({ cpu }) => cpu.other),
  ]
}

function partRows(runs: readonly Run[]): Row[] {
  const busyMs = (run: Run, part: string) => sum(run.processes, ({ mainBusyMs }) => mainBusyMs[part] ?? 0)
  const totalMs = (run: Run) => sum(MAIN_PARTS, (part) => busyMs(run, part))
  return [
    ...MAIN_PARTS.map((part): Row => [part, ...runs.map((run) => shareOf(busyMs(run, part), totalMs(run), run))]),
    [
      'busy, of the time of the run',
      ...runs.map((run) => `${percent(totalMs(run) / run.processes.length, run.wallMs)}`),
    ],
  ]
}

function shareOf(ms: number, wholeMs: number, run: Run): string {
  return `${percent(ms, wholeMs).padStart(6)}  ${(ms / run.articleCount).toFixed(2)} ms/article`
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`
}

function waits(runs: readonly Run[]): Row[] {
  const names = new Set(runs.flatMap((run) => run.processes.flatMap((use) => Object.keys(use.waits))))
  return [...names].sort().map((name) => [
    name,
    ...runs.map((run) => {
      const count = sum(run.processes, (use) => use.waits[name]?.count ?? 0)
      const ms = sum(run.processes, (use) => use.waits[name]?.ms ?? 0)
      return count === 0 ? '' : `${(ms / count).toFixed(1)} in ${count} calls`
    }),
  ])
}

function cpuMs(run: Run): number {
  return sum(run.processes, ({ cpu }) => cpu.main + cpu.extraction + cpu.engine + cpu.files + cpu.other)
}

function sum<T>(list: readonly T[], figure: (each: T) => number): number {
  return list.reduce((total, each) => total + figure(each), 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}

function table(rows: readonly Row[]): string {
  const widths = (rows[0] ?? ['']).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n')
}
