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
})

/** As the tables were before mails were packed. */
async function writeOlderMail(url: string): Promise<void> {
  const db = connect(url)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo('0007-subscriptions')
  await sql`insert into outbox (id, plan_id, address, slot_date, subject, sender, message_id, status, attempt_count,
    resend_count, created_at, next_attempt_at, news_since, expires_at) values ('d1', 'daily', 'a@desk.example',
    '2024-06-14', 's', 'desk@desk.example', '<d1@desk.example>', 'queued', 0, 0, 1, 1, 1, 9)`.execute(db)
  const content = JSON.stringify({ planId: 'daily', name: 'Ранок' })
  const eml = new TextEncoder().encode('From: a\r\n')
  await sql`insert into outbox_content (id, content, eml) values ('d1', ${content}, ${eml})`.execute(db)
  await db.destroy()
}
