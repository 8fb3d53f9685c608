import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Digest } from '../../src/digest/digest.ts'
import { drawMail } from '../../src/digest/draw-mail.ts'
import { sampleDigests } from './sample-digests.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const SCREENSHOTS = join(import.meta.dirname, '../../var/screenshots')
const WIDTHS = [320, 375, 640, 1024] as const
const SCHEMES = ['light', 'dark'] as const
const LIGHT_HOST = 'margin:0;background:#fff;color:#000'
const DARK_HOST = 'margin:0;background:#121212;color:#fff'

/** What mail programs do to a mail before they show it. */
const TREATMENTS = [
  { name: 'no-style-sheet', script: 'mail.treatments.noSheet()' },
  { name: 'gmail', script: `mail.treatments.gmail('${LIGHT_HOST}')` },
  { name: 'gmail-dark', script: `mail.treatments.gmail('${DARK_HOST}')` },
  { name: 'plain-tags', script: `mail.treatments.plainTags('${LIGHT_HOST}')` },
  { name: 'plain-tags-dark', script: `mail.treatments.plainTags('${DARK_HOST}')` },
  { name: 'inverted', script: 'mail.treatments.inverted()' },
  { name: 'half-inverted', script: 'mail.treatments.halfInverted()' },
] as const

interface Measured {
  readonly textCount: number
  readonly sideways: number
  readonly faint: readonly unknown[]
  readonly smallest: number
  readonly smallestSentence: number
  readonly widest: number
}

describe('the mail in a browser', { skip: !existsSync(CHROMIUM) && `no Chromium at ${CHROMIUM}` }, () => {
  let browser: Browser
  let scripts: readonly string[]
  before(async () => {
    await mkdir(SCREENSHOTS, { recursive: true })
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
    scripts = await Promise.all([axe, join(import.meta.dirname, 'in-page.js')].map((path) => readFile(path, 'utf8')))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  after(() => browser.close())

  async function openMail(digest: Digest): Promise<Page> {
    const context = await browser.newContext()
    const page = await context.newPage()
    page.on('request', (request) => assert.fail(`the mail loads ${request.url()}`))
    page.on('dialog', (dialog) => assert.fail(`the mail says ${dialog.message()}`))
    await page.setContent(drawMail(digest).html)
    for (const script of scripts) await page.evaluate(script)
    return page
  }

  for (const [name, digest] of Object.entries(sampleDigests)) {
    for (const colorScheme of SCHEMES) {
      it(`shows the ${name} digest in ${colorScheme} at every width, legible and within the screen`, async () => {
        const page = await openMail(digest)
        await page.emulateMedia({ colorScheme })
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          assertLegible(await measure(page), `${name} ${colorScheme} at ${width} px`)
          if (width === 375) await takeScreenshot(page, `mail-${name}-${width}-${colorScheme}`)
        }
        assert.deepEqual(await findViolations(page), [])
        await page.context().close()
      })
    }
  }

  for (const { name, script } of TREATMENTS) {
    it(`stays legible in a mail program that makes it ${name}`, async () => {
      for (const digest of ['daily', 'late', 'quiet'] as const) {
        const page = await openMail(sampleDigests[digest])
        await page.setViewportSize({ width: 375, height: 800 })
        await page.evaluate(script)
        assertLegible(await measure(page), `${digest} ${name}`)
        if (digest === 'daily') await takeScreenshot(page, `mail-${digest}-${name}`)
        await page.context().close()
      }
    })
  }

  it('reads in the same order without any style, with its outline and its links', async () => {
    const page = await openMail(sampleDigests.daily)
    const look = `[document.body.textContent.replace(/\\s+/g, ' '), document.querySelectorAll('h1, h2, h3').length]`
    const styled = await page.evaluate(look)
    await page.evaluate('mail.treatments.bare()')
    await page.setViewportSize({ width: 375, height: 800 })
    assert.deepEqual(await page.evaluate(look), styled)
    const { sideways, faint } = await measure(page)
    assert.deepEqual({ sideways, faint }, { sideways: 0, faint: [] })
    await takeScreenshot(page, 'mail-daily-bare')
    await page.context().close()
  })

  it('looks the same when images are off, since it has none', async () => {
    const page = await openMail(sampleDigests.daily)
    assert.equal(await page.evaluate(`document.querySelectorAll('img, picture, svg, video, [background]').length`), 0)
    assert.equal(
      await page.evaluate(`[...document.querySelectorAll('*')].filter((element) =>
        getComputedStyle(element).backgroundImage !== 'none').length`),
      0,
    )
    await page.context().close()
  })
})

function assertLegible(measured: Measured, where: string): void {
  assert.ok(measured.textCount > 5, where)
  assert.deepEqual(measured.faint, [], where)
  assert.equal(measured.sideways, 0, where)
  assert.ok(measured.smallest >= 14, `${where}: ${measured.smallest} px`)
  assert.ok(measured.smallestSentence >= 16, `${where}: sentences of ${measured.smallestSentence} px`)
  assert.ok(measured.widest <= 640, `${where}: lines of ${measured.widest} px`)
}

async function measure(page: Page): Promise<Measured> {
  return page.evaluate<Measured>('mail.measure()')
}

/** Of what a reader sees of a very long mail without scrolling for ever. */
async function takeScreenshot(page: Page, name: string): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  const clip = { x: 0, y: 0, width, height: Math.min(height, 4_000) }
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, clip })
}

async function findViolations(page: Page): Promise<unknown> {
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html + ' ' + node.failureSummary)]))`)
}
