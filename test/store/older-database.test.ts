import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../../src/store/migrations.ts'
import { connect } from '../../src/store/open-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import { eachDatabase } from './each-database.ts'

eachDatabase('a database of an older desk', (openScratch) => {
  test('keeps the mails it holds, which were stored unpacked', async () => {
    await using scratch = await openScratch()
    await writeOlderMail(scratch.url)
    const store = await openStore(scratch.url)
    const mail = await store.loadMail('d1')
    const claimed = await store.claimMail({ deliveryId: 'd1', now: 2, leaseUntil: 3 })
    await store[Symbol.asyncDispose]()
    assert.deepEqual({ ...mail?.digest }, { planId: 'daily', name: 'Ранок' })
    assert.equal(new TextDecoder().decode(mail?.eml), 'From: a\r\n')
    assert.equal(new TextDecoder().decode(claimed?.eml), 'From: a\r\n')
  })

  test('makes anew what its placed articles are compared by, and leaves them in their stories', async () => {
    await using scratch = await openScratch()
    await writeOlderStory(scratch.url)
    const store = await openStore(scratch.url)
    const members = await store.loadStoryMembers({ after: 0, until: 9, openSince: 0, limit: 10 })
    const due = await store.startGrouping({ now: 5, limit: 10, retryAt: 9 })
    await store[Symbol.asyncDispose]()
    assert.deepEqual(members, [])
    assert.deepEqual(
      due.map(({ article, placedWith }) => [article.id, placedWith?.newFacts]),
      [['a1', []]],
    )
  })
})

async function writeOlderMail(url: string): Promise<void> {
  await using db = await openOlder(url, '0007-subscriptions')
  await sql`insert into outbox (id, plan_id, address, slot_date, subject, sender, message_id, status, attempt_count,
    resend_count, created_at, next_attempt_at, news_since, expires_at) values ('d1', 'daily', 'a@desk.example',
    '2024-06-14', 's', 'desk@desk.example', '<d1@desk.example>', 'queued', 0, 0, 1, 1, 1, 9)`.execute(db)
  const content = JSON.stringify({ planId: 'daily', name: 'Ранок' })
  const eml = new TextEncoder().encode('From: a\r\n')
  await sql`insert into outbox_content (id, content, eml) values ('d1', ${content}, ${eml})`.execute(db)
}

async function writeOlderStory(url: string): Promise<void> {
  await using db = await openOlder(url, '0009-packed-mail')
  await sql`insert into article (id, url, has_page, feed_id, outlet, listed, first_seen_at, status, attempt_count)
    values ('a1', 'https://echo.example/1', 1, 'f', 'Echo', '{}', 1, 'read', 1)`.execute(db)
  await sql`insert into story (id, last_at) values ('s1', 1)`.execute(db)
  const placement = JSON.stringify({ why: 'nothing like it is open', newFacts: [], agencies: [] })
  await sql`insert into story_article (article_id, sequence, story_id, title, at, traits, placement, is_outdated)
    values ('a1', 1, 's1', 'Ferry', 1, ${JSON.stringify({ articleId: 'a1', words: [1] })}, ${placement}, 0)`.execute(db)
}

/** The tables as they were after one of the migrations. */
async function openOlder(url: string, migration: string) {
  const db = connect(url)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo(migration)
  return db
}
