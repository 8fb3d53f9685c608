import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { renderHtml } from '../../src/digest/render-html.ts'
import { openTestSite, READER, type TestSite } from './open-test-site.ts'
import { sampleDigest, storyDigest } from './sample-digest.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const SCREENSHOTS = join(import.meta.dirname, '../../var/screenshots')
const WIDTHS = [320, 1024] as const
const SCHEMES = ['light', 'dark'] as const
const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the page in a browser', { skip: !existsSync(CHROMIUM) && `no Chromium at ${CHROMIUM}` }, () => {
  let browser: Browser
  before(async () => {
    await mkdir(SCREENSHOTS, { recursive: true })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  after(() => browser.close())

  const places = [
    ['digest', (site: TestSite) => site.digestPath],
    ['story', (site: TestSite) => site.digestPath],
    ['unsubscribe', (site: TestSite) => site.unsubscribePath],
    ['not-found', () => '/nowhere'],
  ] as const
  for (const [name, pathOf] of places) {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        it(`shows ${name} at ${width} px in ${colorScheme} without violation of policy or accessibility`, async () => {
          await using site = await openTestSite({ digest: name === 'story' ? storyDigest : sampleDigest })
          const page = await openPage(browser, width, colorScheme)
          const complaints = listComplaints(page)
          await page.goto(site.url + pathOf(site))
          await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}-${colorScheme}.png`), fullPage: true })
          assert.deepEqual(await findViolations(page), [])
          const sideways = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          assert.equal(sideways, 0)
          const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
          assert.equal(background, colorScheme === 'light' ? 'rgb(241, 238, 231)' : 'rgb(14, 17, 23)')
          assert.deepEqual(complaints, name === 'not-found' ? [`404 ${site.url}/nowhere`] : [])
          await page.context().close()
        })
      }
    }
  }

  it('takes a reader from the question to the end and back, by the keyboard alone', async () => {
    await using site = await openTestSite()
    const page = await openPage(browser, 320, 'light')
    const complaints = listComplaints(page)
    await page.goto(site.url + site.unsubscribePath)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'is stopped' }).waitFor()
    await page.screenshot({ path: join(SCREENSHOTS, 'stopped-320-light.png'), fullPage: true })
    assert.equal(await site.store.isUnsubscribed(READER), true)
    assert.deepEqual(await findViolations(page), [])
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('heading', { name: 'goes on' }).waitFor()
    assert.equal(await site.store.isUnsubscribed(READER), false)
    assert.deepEqual(await findViolations(page), [])
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('draws a digest as its mail is drawn: the moved styles compute to the same', async () => {
    await using site = await openTestSite({ digest: sampleDigest })
    const page = await openPage(browser, 1024, 'dark')
    await page.setContent(renderHtml(sampleDigest))
    const mail = await page.evaluate(DRAWN)
    await page.goto(site.url + site.digestPath)
    assert.deepEqual(await page.evaluate(DRAWN), mail)
    await page.context().close()
  })
})

/** Place, size, colours and type of every element in a table, in order. */
const DRAWN = `[...document.querySelectorAll('table, table *')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  const { color, backgroundColor, font, padding, margin, border, display } = getComputedStyle(element)
  return [element.tagName, x, y, width, height, color, backgroundColor, font, padding, margin, border, display].join(' ')
})`

async function openPage(browser: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  return context.newPage()
}

/** All that the browser would tell a developer: refused styles and scripts, errors, failed loads. */
function listComplaints(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (!/^Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

async function findViolations(page: Page): Promise<unknown> {
  await page.evaluate(await axe)
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html + ' ' + node.failureSummary)]))`)
}
