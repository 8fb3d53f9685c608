import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Reading feeds beside stock rss-parser and feedsmith in the same run, and polling them: each part a process of its own. */
const parts = ['conformance', 'speed', 'not-modified', 'polls']
const failed = parts.filter((part) => {
  process.stdout.write(`\nfeeds: ${part}\n`)
  const script = fileURLToPath(new URL(`./${part}.ts`, import.meta.url))
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) process.exitCode = 1
