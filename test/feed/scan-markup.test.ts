import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scanMarkup } from '../../src/feed/scan-markup.ts'

function scanned(text: string, dialect: 'xml' | 'html'): string[] {
  const found: string[] = []
  scanMarkup(text, dialect, {
    open: (start, end) => found.push(`<${text.slice(start, end)}`),
    attribute: (start, end, from, to) => found.push(`${text.slice(start, end)}=${text.slice(from, to)}`),
    opened: (isEmpty) => found.push(isEmpty ? '/>' : '>'),
    close: (start, end) => found.push(`</${text.slice(start, end)}`),
    text: (start, end) => found.push(`'${text.slice(start, end)}`),
    cdata: (start, end) => found.push(`[${text.slice(start, end)}`),
  })
  return found
}

const cases: readonly (readonly [dialect: 'xml' | 'html', text: string, expected: readonly string[]])[] = [
  ['xml', 'a<B c="1" d=\'2\' e=3 f>x</B >y', ["'a", '<B', 'c=1', 'd=2', 'e=3', 'f=', '>', "'x", '</B', "'y"]],
  ['xml', '<a/><b c="d"/><e f=g/h/>', ['<a', '/>', '<b', 'c=d', '/>', '<e', 'f=g/h/', '>']],
  ['xml', '1 < 2 <3 <> & x', ["'1 < 2 <3 <> & x"]],
  ['xml', '<a b=">" c = "d">', ['<a', 'b=>', 'c=d', '>']],
  ['xml', '<a =b>', ['<a', '=b=', '>']],
  ['xml', '<?xml version="1.0"?><!DOCTYPE a><a><!-- <b> --></a>', ['<a', '>', '</a']],
  ['xml', '<![CDATA[<a>]]]><![CDATA[open <b>', ['[<a>]', '[open <b>']],
  ['xml', 'x<a b="never closed>y</a>', ["'x", '<a']],
  ['xml', 'x<!-- never closed <a>', ["'x"]],
  ['xml', '<ж:é>x', ['<ж:é', '>', "'x"]],
  ['xml', '<script>a<b></script>', ['<script', '>', "'a", '<b', '>', '</script']],
  ['html', '<Script>a<b></scripts></SCRIPT>c', ['<Script', '>', "'a<b></scripts>", '</SCRIPT', "'c"]],
  ['html', '<title>a<b', ['<title', '>', "'a<b"]],
  ['html', '<!-->a<!--->b<!-- --!> -->c', ["'a", "'b", "'c"]],
]
for (const [dialect, text, expected] of cases) {
  test(`${dialect}: ${text}`, () => assert.deepEqual(scanned(text, dialect), expected))
}
