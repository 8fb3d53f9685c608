import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseStory } from '../../src/story/choose-story.ts'
import { openStory } from '../../src/story/open-story.ts'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import { openWordSpace } from '../../src/story/word-space.ts'
import { HOUR, NOON, sampleTraits } from './sample-traits.ts'

const QUAKE = (place: string, deadCount: number): string =>
  `An earthquake shook the coast near ${place} early on Monday, and walls fell. In ${place} at least ${deadCount} people were
  killed, the rescue service said. Rescuers dug with bare hands through bricks and beams, while helicopters brought tents,
  blankets and drinking water. Schools and offices stay shut for the week. People slept in their cars for fear that the
  ground would shake again, and trains stood still until engineers had looked at every bridge of the line.`
const HARBOUR = `The harbour of Tolvik was shut after the tanker Grey Wren ran onto rocks. Ines Rook, harbour master of Tolvik,
  sent boats with booms against the oil, and the Grey Wren lay on her side.`
const CHESS = `Ilse Quarn won the chess open of Elmsund with a rook sacrifice. Ilse Quarn drew with the pupil of fourteen who
  came second in Elmsund, and gave her prize to the library.`

test('the same form filled in for another place with another number is neither a copy nor the same story', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: QUAKE('Korvyn', 40) })])
  const [same] = index.place([sampleTraits('b', { text: QUAKE('Korvyn', 44) })])
  const [other] = index.place([sampleTraits('c', { text: QUAKE('Elmsund', 260) })])
  assert.equal(same?.copy?.ofArticleId, 'a')
  assert.equal(other?.copy, undefined)
  assert.equal(other?.storyId, 'c')
})

test('an undated article must be more like', () => {
  const space = openWordSpace()
  const choiceOf = (isDated: boolean): string => {
    const plain = sampleTraits('b', { text: HARBOUR })
    const traits = { ...plain, isDated }
    const story = openStory('a', NOON)
    const nearest = { traits: plain, story, vector: space.weigh(plain) }
    const ranked = [{ story, score: 0.22, nearest, agreement: { sameCount: 0, otherCount: 0 } }]
    return chooseStory({ traits, ranked, shared: new Map(), articleCount: 1_000 }).kind
  }
  assert.deepEqual([choiceOf(true), choiceOf(false)], ['like', 'alone'])
})

test('a live blog joins, and what is like its other events does not come in through it', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: HARBOUR })])
  const [blog] = index.place([
    sampleTraits('l', { labels: ['live-blog'], text: `${HARBOUR.replace('boats', 'ships')}\n\n${CHESS}` }),
  ])
  const [chess] = index.place([sampleTraits('c', { text: `${CHESS} Elmsund clapped for Ilse Quarn.` })])
  assert.equal(blog?.storyId, 'a')
  assert.equal(chess?.storyId, 'c')
})

test('an article listed long after its date is news of the day it was listed', () => {
  const old = NOON - 20 * 24 * HOUR
  assert.equal(sampleTraits('a', { text: HARBOUR, publishedAt: old }).at, NOON)
  assert.equal(sampleTraits('a', { text: HARBOUR, publishedAt: NOON - 24 * HOUR }).at, NOON - 24 * HOUR)
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: HARBOUR, publishedAt: old })])
  index.expire(NOON + HOUR)
  const [next] = index.place([sampleTraits('b', { text: HARBOUR.replace('boats', 'ships') })])
  assert.equal(next?.storyId, 'a')
})
