import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleId } from '../../src/article/article-id.ts'

test('an id is the first 16 hex digits of the URL’s SHA-256', () => {
  assert.equal(articleId('https://brackwater-echo.example/a'), articleId('https://brackwater-echo.example/a'))
  assert.match(articleId('https://brackwater-echo.example/a'), /^[0-9a-f]{16}$/)
  assert.notEqual(articleId('https://brackwater-echo.example/a'), articleId('https://brackwater-echo.example/b'))
  assert.equal(articleId(''), 'e3b0c44298fc1c14')
})
