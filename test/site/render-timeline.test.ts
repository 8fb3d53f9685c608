import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JSDOM } from 'jsdom'
import type { DigestItem, TimelinePoint } from '../../src/digest/digest.ts'
import { renderHtml } from '../../src/digest/render-html.ts'
import { digestPage } from '../../src/site/digest-page.ts'
import { renderTimeline } from '../../src/site/render-timeline.ts'
import { sampleDigest, storyDigest } from './sample-digest.ts'

const [item] = storyDigest.sections[0]?.items ?? []

function drawn(timeline: readonly TimelinePoint[]): Element {
  assert.ok(item)
  const own: DigestItem = { ...item, timeline }
  return new JSDOM(String(renderTimeline(own))).window.document.body
}

function point(at: number, more: Partial<TimelinePoint> = {}): TimelinePoint {
  return { at, when: `${at}`, outlet: `Outlet ${at}`, isCopy: false, ...more }
}

test('the page shows when a story was reported, in a drawing and in words; the mail does not', () => {
  const { document } = new JSDOM(digestPage(storyDigest).html).window
  const drawing = document.querySelector('svg')
  assert.equal(drawing?.getAttribute('role'), 'img')
  assert.equal(drawing?.getAttribute('aria-label'), 'Timeline of 3 reports, from 05:30 to 06:30')
  assert.deepEqual(
    [...document.querySelectorAll('circle')].map((dot) => [dot.getAttribute('cx'), dot.getAttribute('fill')]),
    [
      ['5', 'currentColor'],
      ['280', 'none'],
      ['555', 'currentColor'],
    ],
  )
  const words = drawing?.parentElement?.textContent?.trim()
  assert.equal(words, '05:30 Valley Post → 06:00 Valley Mirror (copy) → 06:30 Hill Courier')
  assert.doesNotMatch(renderHtml(storyDigest), /<svg/)
})

test('a story of one report has none', () => {
  assert.doesNotMatch(digestPage(sampleDigest).html, /<svg/)
})

test('reports of the same moment stand beside each other, inside the drawing, however many', () => {
  for (const times of [[0, 0, 0], [0, 9, 9, 9], Array.from({ length: 90 }, () => 5)]) {
    const dots = [...drawn(times.map((at) => point(at))).querySelectorAll('circle')]
    const places = dots.map((dot) => Number(dot.getAttribute('cx')))
    assert.equal(places.length, times.length)
    assert.ok(places.every((x, index) => x >= 5 && x <= 555 && (index === 0 || x > (places[index - 1] ?? 0))))
  }
})

test('names that mean harm stay words', () => {
  const hostile = '"><script>alert(1)</script>'
  const body = drawn([point(0, { outlet: hostile, when: hostile }), point(1)])
  assert.equal(body.querySelector('script'), null)
  assert.ok(body.textContent?.includes(hostile))
})
