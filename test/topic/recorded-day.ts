import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { Reading } from '../../src/article/reading.ts'
import { loadSource } from '../../src/config/load-source.ts'
import { readPeople } from '../../src/config/read-people.ts'
import type { PeopleBook } from '../../src/person/person.ts'
import { loadDay } from '../../src/replay/load-day.ts'

/** The people book of a recorded day. */
export async function peopleOf(day: string): Promise<PeopleBook> {
  const report = (problem: object) => assert.fail(JSON.stringify(problem))
  const source = await loadSource(join('fixtures', 'days', day, 'config'), 'people.yaml', { report, isRequired: true })
  assert.ok(source)
  return readPeople(source, report)
}

/** Every page of the day, as read by the extractor. */
export async function readingsOf(day: string): Promise<readonly Reading[]> {
  const { responses, endAt } = await loadDay(join('fixtures', 'days', day))
  const pages = [...responses].filter(
    ([, { status, headers }]) => status === 200 && headers['content-type']?.startsWith('text/html') === true,
  )
  return Promise.all(
    pages.flatMap(([url, { file, headers }]) =>
      file === undefined
        ? []
        : [
            readFile(file).then((body) =>
              readPage({
                html: decodeText(body, headers['content-type']),
                url,
                outlet: 'Recorded',
                timezone: 'UTC',
                now: endAt,
                listed: { title: '', authors: [] },
              }),
            ),
          ],
    ),
  )
}
