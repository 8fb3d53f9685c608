import { type Kysely, sql } from 'kysely'
import { isSqlite } from '../is-sqlite.ts'
import type { Schema } from '../schema.ts'

/** What mails say becomes bytes, which may be packed. */
export async function makeMailBytes(db: Kysely<Schema>): Promise<void> {
  if (isSqlite(db)) await sql`update outbox_content set content = cast(content as blob)`.execute(db)
  else
    await sql`alter table outbox_content alter column content type bytea using convert_to(content, 'UTF8')`.execute(db)
}
