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
