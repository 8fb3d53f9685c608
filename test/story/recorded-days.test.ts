import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import { loadDay } from '../../src/replay/load-day.ts'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import type { ArticleTraits } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'

/** The articles of the recorded days that match a topic, and which of them tell of the same. */
const STORIES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '2024-06-14': [
    [
      'meridian-daily.example/news/putins-peace-offer',
      'global.espreso.example/russia-ukraine-war/nato-ukraine-respond',
      'scrollwise.example/n/putin-promises-to-stop-fighting',
    ],
    ['moscowtimes.example/news/nato-urged-ukraine'],
    ['northpost.example/world/island-monastery-offers', 'lakeland-courier.example/2024/06/14/monastery-offers'],
  ],
  '2024-12-12': [
    ['pravda-ua.example/eng/news/2024/12/12/7488746'],
    ['lakeland-courier.example/2024/12/12/model-agreement', 'harbour-gazette.example/node/43502'],
    ['tidewater-review.example/a/former-envoys-list'],
  ],
}

async function traitsOf(day: string, urlPart: string): Promise<ArticleTraits> {
  const { responses, endAt } = await loadDay(join('fixtures', 'days', day))
  const [url, response] = [...responses].find(([each]) => each.includes(urlPart)) ?? []
  assert.ok(url !== undefined && response?.file !== undefined, urlPart)
  const reading = readPage({
    html: decodeText(await readFile(response.file), response.headers['content-type']),
    url,
    outlet: '',
    timezone: 'UTC',
    now: endAt,
    listed: { title: '', authors: [] },
  })
  const publishedAt = reading.published?.at
  const { title, text, passages, labels } = reading
  return takeTraits({
    ...{ title, text, passages, labels, statements: [], firstSeenAt: endAt, articleId: urlPart, language: 'en' },
    ...(publishedAt !== undefined && { publishedAt }),
  })
}

const listed = Object.entries(STORIES).flatMap(([day, stories]) =>
  stories.flatMap((story) => story.map((urlPart) => ({ day, urlPart }))),
)
const traits = await Promise.all(listed.map(({ day, urlPart }) => traitsOf(day, urlPart)))
const orders: readonly (readonly [string, readonly (readonly ArticleTraits[])[]])[] = [
  ['in one batch', [traits]],
  ['one at a time', traits.map((each) => [each])],
  ['one at a time, the last first', traits.toReversed().map((each) => [each])],
]

for (const [name, batches] of orders) {
  test(`the stories of the recorded days, ${name}`, () => {
    const index = openStoryIndex()
    const placements = batches.flatMap((batch) => index.place(batch))
    const found = [...Map.groupBy(placements, ({ storyId }) => storyId).values()]
    const expected = Object.values(STORIES).flat()
    assert.deepEqual(sorted(found.map((story) => story.map(({ articleId }) => articleId))), sorted(expected))
  })
}

test('of the two reports that two outlets each carry, one is a copy and one is cut', () => {
  const placements = openStoryIndex().place(traits)
  const copies = placements.flatMap(({ copy }) => copy?.relation ?? [])
  assert.deepEqual(copies, ['copy', 'cut'])
})

function sorted(stories: readonly (readonly string[])[]): readonly string[] {
  return stories.map((story) => story.toSorted().join(' ')).toSorted()
}
