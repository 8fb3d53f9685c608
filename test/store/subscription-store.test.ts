import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { eachDatabase } from './each-database.ts'

const reader = { planId: 'morning', address: 'Reader@desk.example' }

eachDatabase('subscriptions', (openScratch) => {
  test('end and begin again for one digest to one address, however it is spelled, and stay so', async () => {
    await using scratch = await openScratch()
    {
      await using store = await openStore(scratch.url)
      assert.equal(await store.isUnsubscribed(reader), false)
      await Promise.all([store.unsubscribe(reader, 10), store.unsubscribe(reader, 20)])
      assert.equal(await store.isUnsubscribed({ ...reader, address: 'reader@DESK.example' }), true)
      assert.equal(await store.isUnsubscribed({ ...reader, address: 'other@desk.example' }), false)
      assert.equal(await store.isUnsubscribed({ ...reader, planId: 'evening' }), false)
    }
    await using store = await openStore(scratch.url)
    assert.equal(await store.isUnsubscribed(reader), true)
    await store.resubscribe({ ...reader, address: 'reader@desk.example' })
    await store.resubscribe(reader)
    assert.equal(await store.isUnsubscribed(reader), false)
  })
})

eachDatabase('the secrets of links', (openScratch) => {
  test('are made once and kept, by however many processes at once', async () => {
    await using scratch = await openScratch()
    let kept: readonly string[]
    {
      await using one = await openStore(scratch.url)
      await using other = await openStore(scratch.url)
      const loaded = await Promise.all([one.loadSecrets([]), other.loadSecrets([]), one.loadSecrets([])])
      kept = loaded[0]
      for (const each of loaded) assert.deepEqual(each, kept)
      assert.equal(kept.length, 1)
      assert.ok((kept[0] ?? '').length >= 43)
    }
    await using later = await openStore(scratch.url)
    assert.deepEqual(await later.loadSecrets([]), kept)
    assert.deepEqual(await later.loadSecrets(['configured', 'before it']), ['configured', 'before it', ...kept])
  })

  test('are the configured ones alone where none was ever made', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    assert.deepEqual(await store.loadSecrets(['configured']), ['configured'])
    const [first, ...rest] = await store.loadSecrets([])
    assert.deepEqual(rest, [])
    assert.notEqual(first, 'configured')
  })
})
