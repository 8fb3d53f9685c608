import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardDate } from '../../src/feed/standard-date.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const read: readonly string[] = [
  ...months.map((month) => `Fri, 05 ${month} 2024 23:59:01 +0000`),
  'Thu, 29 Feb 2024 00:00:00 GMT',
  'Fri, 14 Jun 2024 10:20:30 +0530',
  'Fri, 14 Jun 2024 10:20:30 -0930',
  'Fri, 31 Dec 1999 23:59:59 -1200',
  '2024-06-14T10:20:30Z',
  '2024-12-31T23:59:59+05:45',
  '2024-01-01T00:00:00-03:30',
]
for (const written of read) {
  test(`${written} is what the machine reads too`, () => {
    assert.equal(standardDate(written), Date.parse(written))
  })
}

const unread: readonly string[] = [
  '',
  'Fri, 00 Jun 2024 10:00:00 +0000',
  'Fri, 32 Jun 2024 10:00:00 +0000',
  'Fri, 14 Juin 2024 10:00:00 +0000',
  'Fri, 14 Jux 2024 10:00:00 +0000',
  'Fri, 14 Jun 2024 24:00:00 +0000',
  'Fri, 14 Jun 2024 10:60:00 +0000',
  'Fri, 14 Jun 2024 10:00:00 +2000',
  'Fri, 14 Jun 2024 10:00:00',
  ' Fri, 14 Jun 2024 10:00:00 GMT',
  '2024-13-01T10:00:00Z',
  '2024-06-00T10:00:00Z',
  '2024-06-14T10:00:00',
  '2024-06-14T10:00:00+0000',
]
for (const written of unread) {
  test(`${JSON.stringify(written)} is left to others`, () => {
    assert.equal(standardDate(written), undefined)
  })
}
