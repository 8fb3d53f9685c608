import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import { HOUR, NOON, sampleStatement, sampleTraits } from './sample-traits.ts'

const FLOOD = `The dam above Korvyn broke on Monday and water ran through the lower town. Mayor Orla Venn of Korvyn sent
260 boats. Farmers along the river Sulve lost barns, sheep and hay, and the bridge of Korvyn fell. Orla Venn spoke at noon.`
const FLOOD_AGAIN = `Korvyn was under water after its dam gave way. The mayor, Orla Venn, had 260 boats sent to the lower town,
where barns and sheep of farmers by the Sulve were swept off. The bridge fell.`
const CHESS = `Grandmaster Ilse Quarn won the open tournament of Elmsund with a rook sacrifice. Second place went to a pupil of
fourteen, who drew with the champion in the last round. Prizes were handed out in the library.`
const QUOTE = '“We shall build it again, and higher than it ever was before.”'

test('two reports of one event are a story, another event is another', () => {
  const index = openStoryIndex()
  const [first, second, third] = [
    sampleTraits('a', { title: 'Dam breaks above Korvyn', text: FLOOD }),
    sampleTraits('b', { title: 'Korvyn under water', text: FLOOD_AGAIN }),
    sampleTraits('c', { title: 'Quarn wins in Elmsund', text: CHESS }),
  ].map((traits) => index.place([traits])[0])
  assert.deepEqual([first?.storyId, second?.storyId, third?.storyId], ['a', 'a', 'c'])
  assert.deepEqual([first?.isNewStory, second?.isNewStory], [true, false])
  assert.match(second?.why ?? '', /^0\.\d\d like the story and a, of its numbers and dates 1 the same and 0 others$/)
  assert.deepEqual(second?.newFacts, [])
})

test('a batch gives the same in any order', () => {
  const batch = [
    sampleTraits('a', { text: FLOOD }),
    sampleTraits('b', { text: FLOOD_AGAIN, publishedAt: NOON + HOUR }),
    sampleTraits('c', { text: CHESS, publishedAt: NOON + 2 * HOUR }),
  ]
  assert.deepEqual(openStoryIndex().place(batch.toReversed()), openStoryIndex().place(batch))
})

test('members taken in give the index that placed them', () => {
  const first = openStoryIndex()
  const [a, b] = [sampleTraits('a', { text: FLOOD }), sampleTraits('b', { text: FLOOD_AGAIN })]
  first.place([a])
  const second = openStoryIndex()
  second.add({ storyId: 'a', traits: a })
  assert.deepEqual(second.place([b]), first.place([b]))
})

test('traits survive JSON, and are bounded', () => {
  const long = sampleTraits('a', { text: `${FLOOD}\n\n“${CHESS}”\n\n`.repeat(400) })
  assert.deepEqual(JSON.parse(JSON.stringify(long)), long)
  assert.ok(JSON.stringify(long).length < 16_000)
})

test('another one of a row is another story', () => {
  const text = (ordinal: string) =>
    `The council of Tarn adopted its ${ordinal} levy package against the port of Sulve. The ${ordinal} package names ships and
    two banks, and takes effect at midnight, the council said in Tarn.`
  const index = openStoryIndex()
  index.place([sampleTraits('a', { title: 'Tarn adopts 12th levy package', text: text('12th') })])
  const [other] = index.place([sampleTraits('b', { title: 'Tarn adopts 13th levy package', text: text('13th') })])
  const [same] = index.place([
    sampleTraits('c', { title: '12th package of Tarn', text: text('twelfth').slice(0, 120) }),
  ])
  assert.deepEqual([other?.storyId, same?.storyId], ['b', 'a'])
})

test('a shared quotation binds what is little alike', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: `${FLOOD} ${QUOTE} she said.` })])
  const text = `Engineers looked at concrete and steel today. The dam is gone. ${QUOTE} was the answer of Orla Venn.
    They asked for plans, money, gravel, cranes and a road for trucks, and for a new survey of the rock.`
  const [placed] = index.place([sampleTraits('b', { text })])
  assert.equal(placed?.storyId, 'a')
  assert.match(placed?.why ?? '', /shares the quote “We shall build it again/)
})

test('of two events of one kind at one place, other numbers and days make two stories, the same ones make one', () => {
  const raid = (day: string, count: string, weapons: number): string =>
    `Rangers of Korvyn seized ${count} poachers at lake Sulve on ${day}. They had ${weapons} rifles, nets and a boat with them,
    said ranger Orla Venn, and will be held in Korvyn until the court sits. Rangers have kept watch over the lake for a year.`
  const again = (day: string, count: string, weapons: number): string =>
    `A gang of ${count} poachers went on trial in Korvyn, taken at lake Sulve on ${day} with ${weapons} rifles. Their lawyer spoke of hunger,
    of old customs and of a winter that had left nothing on the fields, and the judge asked who had sold the powder.`
  const joins = (text: string): boolean => {
    const index = openStoryIndex()
    index.place([
      sampleTraits('a', { text: FLOOD.replaceAll('Korvyn', 'Tolvik').replaceAll('Orla Venn', 'Ines Rook') }),
    ])
    index.place([sampleTraits('b', { text: raid('Monday', '23', 7) })])
    return index.place([sampleTraits('c', { text })])[0]?.storyId === 'b'
  }
  assert.deepEqual([joins(again('Monday', '23', 7)), joins(again('Thursday', '26', 11))], [true, false])
})

test('a round-up joins and does not bridge', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: FLOOD })])
  const title = 'Morning briefing'
  const [joined] = index.place([sampleTraits('r', { title, text: `${FLOOD_AGAIN}\n\n${CHESS}` })])
  const [chess] = index.place([sampleTraits('c', { text: CHESS.replace('Grandmaster', 'Master') })])
  assert.deepEqual([joined?.storyId, chess?.isNewStory], ['a', chess?.copy === undefined])
})

test('a story that ended takes no more articles', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: FLOOD })])
  index.expire(NOON + 30 * 24 * HOUR)
  const [late] = index.place([sampleTraits('b', { text: FLOOD_AGAIN, publishedAt: NOON + 30 * 24 * HOUR })])
  assert.equal(late?.storyId, 'b')
})

test('what is new: a number, an actor and a statement that none had; a copy has nothing new', () => {
  const index = openStoryIndex()
  index.place([sampleTraits('a', { text: FLOOD })])
  const said = '“The spillway was never cleared of the timber from last autumn”'
  const text = `${FLOOD_AGAIN} Insurers count 4,300 houses. ${said}, said Pell Marrow. Pell Marrow has kept the gates.`
  const [placed] = index.place([sampleTraits('b', { text, statements: [sampleStatement(text, said)] })])
  assert.deepEqual(
    placed?.newFacts.map(({ kind, words }) => [kind, words]),
    [
      ['statement', said],
      ['number', '4,300 houses'],
      ['actor', 'Pell Marrow'],
    ],
  )
  assert.equal(text.slice(placed?.newFacts[1]?.start, placed?.newFacts[1]?.end).trim(), 'Insurers count 4,300 houses.')
  const [copy] = index.place([sampleTraits('c', { text: text.replace('Insurers', 'Clerks') })])
  assert.equal(copy?.copy?.ofArticleId, 'b')
  assert.deepEqual(copy?.newFacts, [])
})
