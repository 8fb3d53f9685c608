import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeDigest } from '../../src/digest/complete-digest.ts'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import { sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'
import { samplePlan } from './sample-plan.ts'

const articles = Array.from({ length: 40 }, (_, index) =>
  sampleArticle({
    articleId: `article-${index}`,
    title: `A peace plan, part ${index}`,
    firstSeenAt: sampleInput.now - index * 60_000,
    matched: index % 4 === 0 ? { nato: ['plan'], peace: ['peace'] } : { [index % 2 ? 'peace' : 'nato']: ['plan'] },
  }),
)

test('a completed digest is the one that a mail without limit would have been', () => {
  const mailed = composeDigest({ ...sampleInput, plan: { ...samplePlan, itemLimit: 6 }, articles })
  const whole = composeDigest({ ...sampleInput, plan: { ...samplePlan, itemLimit: 1_000 }, articles })
  assert.ok(mailed.sections.every((section) => section.cutIds.length > 0))
  assert.deepEqual(completeDigest(mailed, articles.toReversed()).sections, whole.sections)
})

test('what is no longer known stays counted', () => {
  const mailed = composeDigest({ ...sampleInput, plan: { ...samplePlan, itemLimit: 6 }, articles })
  assert.deepEqual(completeDigest(mailed, []), mailed)
  const [section] = mailed.sections
  const [first] = articles.filter((article) => section?.items.every((item) => item.articleId !== article.articleId))
  const completed = completeDigest(mailed, first ? [first] : [])
  const count = (of: typeof mailed) =>
    of.sections.reduce((sum, each) => sum + each.items.length + each.cutIds.length, 0)
  assert.equal(count(completed), count(mailed))
})

test('what had no room is completed as the story it is: who carries it, and of one told before what is new', () => {
  const story = (storyId: string, index: number) =>
    ['a', 'b', 'c'].map((outlet) =>
      sampleArticle({
        articleId: `${storyId}-${outlet}`,
        storyId,
        outlet: `Outlet ${outlet}`,
        title: `A peace plan ${storyId}`,
        firstSeenAt: sampleInput.now - index * 60_000,
        ...(outlet !== 'c' && { newFacts: [{ kind: 'number', words: 'second', start: 18, end: 36 } as const] }),
        matched: { peace: ['peace'] },
      }),
    )
  const stories = Array.from({ length: 9 }, (_, index) => story(`s${index}`, index)).flat()
  const told = { articleId: 'old', outlet: 'Outlet b', agencies: [] }
  const before = [1, 7].map((index) => ({ storyId: `s${index}`, told: [told] }))
  const of = (itemLimit: number) =>
    composeDigest({ ...sampleInput, plan: { ...samplePlan, itemLimit }, articles: stories, before })
  const mailed = of(2)
  const [section] = of(1_000).sections
  assert.equal(section?.items.filter((item) => item.isFollowUp && item.repeatCount === 1).length, 2)
  assert.deepEqual(completeDigest(mailed, stories.toReversed()).sections, [section])
})
