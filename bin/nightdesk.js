#!/usr/bin/env node
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(
    `nightdesk: expected Node 24.15 or newer, got ${process.versions.node}; \`npm run nightdesk --\` and \`npx nightdesk\` bring their own\n`,
  )
  process.exit(2)
}

// Node runs TypeScript as it is, but not below node_modules: there a hook of ours strips the types, here and, by
// execArgv, in the worker threads and processes that this one starts.
const here = fileURLToPath(import.meta.url)
if (here.includes(`${sep}node_modules${sep}`)) {
  const hook = new URL('./strip-types.js', import.meta.url).href
  process.execArgv.push(`--import=${hook}`)
  await import(hook)
}
await import('../src/cli/nightdesk.ts')
