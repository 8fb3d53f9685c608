import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Reading articles beside plain Readability in the same run: each part a process of its own. */
const parts = ['facts', 'accuracy', 'speed', 'memory', 'main-thread']
const failed = parts.filter((part) => {
  process.stdout.write(`\narticles: ${part}\n`)
  const script = fileURLToPath(new URL(`./${part}.ts`, import.meta.url))
  return spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) process.exitCode = 1
