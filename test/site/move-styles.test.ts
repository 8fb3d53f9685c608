import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveStyles } from '../../src/site/move-styles.ts'

const cases = [
  ['one class for equal styles', '<p style="a:b">1</p><p style="a:b">2</p>', '<p class="s0">1</p><p class="s0">2</p>'],
  ['beside a class of its own', '<td class="m" style="a:b">', '<td class="s0 m">'],
  ['and after another attribute', '<td align="left" style="a:b" dir="rtl">', '<td class="s0" align="left" dir="rtl">'],
  ['not out of a text', '<p>x style=&quot;a:b&quot;</p>', '<p>x style=&quot;a:b&quot;</p>'],
  ['not out of an attribute', '<a href="/?x= style=&quot;a:b&quot;">', '<a href="/?x= style=&quot;a:b&quot;">'],
] as const
for (const [name, body, expected] of cases) {
  test(`an inline style becomes a class: ${name}`, () => {
    const { html } = moveStyles(`<style>.m{c:d}</style>${body}`)
    assert.equal(html.slice(html.indexOf('</style>') + '</style>'.length), expected)
  })
}

test('the style sheet holds the moved styles as they were written, before what overrules them', () => {
  const { html, styleSheet } = moveStyles(`<style>.m{c:d}</style><p style="font:16px &#39;$&amp; Serif&#39;">`)
  assert.equal(styleSheet, "\n.s0{font:16px '$& Serif'}\n.m{c:d}")
  assert.ok(html.startsWith(`<style>${styleSheet}</style>`))
})
