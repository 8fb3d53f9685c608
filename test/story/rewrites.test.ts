import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import { HOUR, NOON, sampleTraits } from './sample-traits.ts'

/** The same facts twice, in other words and another order. */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    `The harbour of Tolvik was shut on Monday after an oil tanker, the Grey Wren, ran onto rocks. About 900 tonnes of oil
    leaked into the bay of Tolvik. Harbour master Ines Rook sent 40 boats with booms. No sailor of the Grey Wren was hurt.`,
    `Some 900 tonnes of oil have leaked in the bay of Tolvik from the Grey Wren, a tanker that struck rocks on Monday. All of
    the Grey Wren's sailors are safe. Ines Rook, who runs the harbour, shut it and had 40 boats lay booms.`,
  ],
  [
    `Parliament in Sarn passed the water bill by 112 votes to 87 on Tuesday. Minister Olen Tarv wants 350 wells drilled in
    the dry valleys. Farmers of Sarn had asked for the water bill since spring. Olen Tarv thanked them.`,
    `By 112 votes to 87, the parliament of Sarn has adopted a bill on water. It lets minister Olen Tarv drill 350 wells in
    valleys that are dry, as farmers of Sarn had been asking for. Olen Tarv gave thanks to the farmers.`,
  ],
  [
    `A fire burned down the glass works of Pell in the night. Some 230 workers were at home. Fire chief Dora Kvist said that
    a furnace had burst in the glass works. The flames over Pell were seen from 25 kilometres off. Dora Kvist was there.`,
    `The glass works at Pell are gone: a furnace burst at night, according to fire chief Dora Kvist, and flames that could be
    seen from 25 kilometres took the building. None of 230 workers was inside. Dora Kvist watched over Pell till dawn.`,
  ],
  [
    `The Brenn railway will buy 64 trains from the Halvard works, it said on Friday. The trains cost 480 million crowns. The
    first of the Halvard trains will run to Ostby. Brenn director Mika Sund signed at noon, and Mika Sund rode to Ostby.`,
    `For 480 million crowns the Halvard works will build 64 trains for the railway of Brenn. Mika Sund, its director, signed
    the order on Friday. To Ostby the first train is to run, and Mika Sund took the old one to Ostby after signing.`,
  ],
  [
    `Doctors in Vesterholm count 1,400 cases of river fever. The town hospital of Vesterholm has put 75 beds into tents.
    Physician Anja Loft blames the flooded wells. Tablets for the wells will come on Thursday, Anja Loft said.`,
    `River fever has reached 1,400 cases in Vesterholm, its doctors say. In tents of the hospital stand 75 beds. The wells,
    which were flooded, are to blame and get tablets on Thursday, says physician Anja Loft. Vesterholm waits, as does Anja Loft.`,
  ],
]

for (const [text, again] of PAIRS) {
  test(`the same facts in other words join and give no news: ${text.slice(0, 40)}…`, () => {
    const index = openStoryIndex()
    index.place([sampleTraits('a', { text })])
    const [placed] = index.place([sampleTraits('b', { text: again, publishedAt: NOON + HOUR })])
    assert.equal(placed?.storyId, 'a')
    assert.equal(placed?.copy, undefined)
    assert.deepEqual(placed?.newFacts, [])
  })
}
