/** Reading feeds beside stock rss-parser and feedsmith in the same run: how right, and how fast. */
await import('./conformance.ts')
await import('./speed.ts')
