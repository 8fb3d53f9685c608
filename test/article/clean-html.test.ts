import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml, HIDDEN_SPACE } from '../../src/article/clean-html.ts'

const cases: readonly (readonly [string, string, string])[] = [
  ['scripts and styles go', '<p>a<script>"<p>no</p>"</script><style>p{}</style>b</p>', '<p>ab</p>'],
  ['comments go', '<p>a<!-- <p>no</p> -->b</p>', '<p>ab</p>'],
  [
    'templates and drawings go with what is inside',
    '<p>a<template><b>no</b></template><svg><text>no</text></svg>b</p>',
    '<p>ab</p>',
  ],
  ['a drawing that never ends swallows nothing', '<p>a<svg>b</p>', '<p>ab</p>'],
  ['attributes nobody reads go', '<p class="x" onclick="y()" data-q="1" style="color:red">a</p>', '<p class="x">a</p>'],
  ['what a style hides is marked hidden', '<p style="display: none">a</p>', '<p hidden="">a</p>'],
  ['quotes in values survive', `<img alt='say "hi"'>`, '<img alt="say &quot;hi&quot;">'],
  ['entities are left as they are', '<p>a &amp; b &lt;c&gt;</p>', '<p>a &amp; b &lt;c&gt;</p>'],
  [
    'white space between blocks goes, between words it stays',
    '<div> <p> a <b>b</b> c</p> </div>',
    '<div><p> a <b>b</b> c</p></div>',
  ],
]

for (const [name, source, expected] of cases) {
  test(name, () => assert.equal(cleanHtml(source).html.replaceAll(HIDDEN_SPACE, ' '), expected))
}

test('a text is one word to the parser, whatever white space is inside of it', () => {
  const { html } = cleanHtml('<p> a b \n c </p><title>d e</title><img alt="f g">')
  assert.equal(html, `<p> a${HIDDEN_SPACE}b${HIDDEN_SPACE}c </p><title>d${HIDDEN_SPACE}e</title><img alt="f g">`)
})

test('JSON-LD is read before its script goes', () => {
  const clean = cleanHtml('<script type="application/ld+json">{"a":"<b>"}</script><script>no()</script><p>x</p>')
  assert.deepEqual(clean.jsonLd, ['{"a":"<b>"}'])
  assert.equal(clean.html, '<p>x</p>')
})

test('nesting beyond any page’s is cut and the text kept', () => {
  const { html } = cleanHtml(`${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`)
  assert.ok(html.split('<div>').length < 300)
  assert.ok(html.includes('deep'))
  assert.equal(html.split('<div>').length, html.split('</div>').length)
})
