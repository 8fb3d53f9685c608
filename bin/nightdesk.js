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

// Node runs TypeScript as it is, but not below node_modules: there the same stripping is done by a hook of ours, which
// NODE_OPTIONS hands on to the worker threads and processes.
const here = fileURLToPath(import.meta.url)
if (here.includes(`${sep}node_modules${sep}`)) {
  const hook = new URL('./strip-types.js', import.meta.url).href
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${hook}`.trim()
  await import(hook)
}
await import('../src/cli/nightdesk.ts')
