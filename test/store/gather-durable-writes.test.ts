import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Transaction } from 'kysely'
import { gatherDurableWrites } from '../../src/store/gather-durable-writes.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { eachDatabase } from './each-database.ts'

eachDatabase('durable writes', (openScratch) => {
  test('asked for in the same round of the event loop share one transaction', async () => {
    await using scratch = await openScratch()
    await using db = await openDatabase(scratch.url)
    const write = gatherDurableWrites(db)
    const seen: Transaction<Schema>[] = []
    const note = (id: string) =>
      write(async (trx) => {
        seen.push(trx)
        await insert(trx, id)
      })
    await Promise.all([note('a'), note('b'), note('c')])
    await note('d')
    assert.deepEqual(
      seen.map((trx) => seen.indexOf(trx)),
      [0, 0, 0, 3],
    )
    assert.deepEqual(await idsIn(db), ['a', 'b', 'c', 'd'])
  })

  test('one that fails takes none of the others back, and is told why', async () => {
    await using scratch = await openScratch()
    await using db = await openDatabase(scratch.url)
    const write = gatherDurableWrites(db)
    const results = await Promise.allSettled([
      write((trx) => insert(trx, 'a')),
      write(async (trx) => {
        await insert(trx, 'half')
        throw new Error('no more')
      }),
      write((trx) => insert(trx, 'b')),
    ])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.deepEqual(await idsIn(db), ['a', 'b'])
    await write((trx) => insert(trx, 'c'))
    await assert.rejects(
      write(() => Promise.reject(new Error('alone'))),
      /alone/,
    )
    assert.deepEqual(await idsIn(db), ['a', 'b', 'c'])
  })
})

async function insert(trx: Transaction<Schema>, id: string): Promise<void> {
  await trx.insertInto('story').values({ id, last_at: 1 }).execute()
}

async function idsIn(db: Awaited<ReturnType<typeof openDatabase>>): Promise<readonly string[]> {
  const rows = await db.selectFrom('story').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
