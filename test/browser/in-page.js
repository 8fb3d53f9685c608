/* Runs inside a page that shows a mail: looks at it as a reader does, or treats it as mail programs do. */

globalThis.mail = { measure, treatments: { gmail, plainTags, noSheet, bare, inverted, halfInverted } }

/** What a reader sees of every text: its contrast, size and place. */
function measure() {
  const texts = visibleTexts()
  const { scrollWidth, clientWidth } = document.documentElement
  const sizes = texts.map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize))
  return {
    textCount: texts.length,
    sideways: scrollWidth - clientWidth,
    faint: texts.map(judgeContrast).filter(({ ratio }) => ratio < 4.5),
    smallest: Math.min(...sizes),
    smallestSentence: Math.min(...sizes.filter((_, index) => texts[index].element.closest('[style="margin:6px 0"]'))),
    widest: Math.max(...texts.map(({ width }) => width)),
  }
}

function visibleTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.data.trim() === '' || node.parentElement.closest('style, title')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { width, height } = range.getBoundingClientRect()
    if (width * height > 0) texts.push({ text: node.data, element: node.parentElement, width })
  }
  return texts
}

/** WCAG 2.2, 1.4.3. */
function judgeContrast({ text, element }) {
  const colour = getComputedStyle(element).color
  const background = backgroundBehind(element)
  const [light, dark] = [luminance(colour), luminance(background)].sort((a, b) => b - a)
  return { text: text.trim().slice(0, 60), colour, background, ratio: (light + 0.05) / (dark + 0.05) }
}

function backgroundBehind(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (alphaOf(backgroundColor) === 1) return backgroundColor
    if (alphaOf(backgroundColor) > 0) throw new Error(`a background that shines through: ${backgroundColor}`)
  }
  return 'rgb(255, 255, 255)'
}

function luminance(colour) {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(colour) {
  return colour
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map(Number)
}

function alphaOf(colour) {
  return Number(colour.match(/[\d.]+/g)[3] ?? 1)
}

/** Gmail: no body, no classes of ours, and the mail stands in a page of its own colours. */
function gmail(host) {
  noSheet()
  const box = document.createElement('div')
  box.innerHTML = document.body.innerHTML
  for (const element of box.querySelectorAll('[class]')) element.removeAttribute('class')
  document.body.removeAttribute('class')
  document.body.replaceChildren(box)
  document.body.style.cssText = host
}

/** Headings and paragraphs become boxes: what remains is their own style. */
function plainTags(host) {
  gmail(host)
  for (const element of document.querySelectorAll('h1, h2, h3, p')) {
    const box = document.createElement('div')
    for (const { name, value } of element.attributes) box.setAttribute(name, value)
    box.append(...element.childNodes)
    element.replaceWith(box)
  }
}

function noSheet() {
  for (const sheet of document.querySelectorAll('style')) sheet.remove()
}

/** No styles and no attributes of layout at all. */
function bare() {
  noSheet()
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['style', 'class', 'width', 'align', 'cellpadding', 'cellspacing']) element.removeAttribute(name)
  }
}

/** Programs that turn every colour round for a dark screen. */
function inverted() {
  repaint(flip, flip)
}

/** Programs that darken light backgrounds and lighten dark words, and leave the rest. */
function halfInverted() {
  repaint(
    (colour) => (lightness(colour) < 0.5 ? flip(colour) : colour),
    (colour) => (lightness(colour) > 0.5 ? flip(colour) : colour),
  )
}

function repaint(words, surface) {
  noSheet()
  const elements = [document.documentElement, ...document.querySelectorAll('body, body *')]
  const painted = elements.map((element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element)
    const isSurface = alphaOf(backgroundColor) > 0
    return {
      element,
      color: words(color),
      background: isSurface ? surface(backgroundColor) : '',
      border: flip(borderTopColor),
    }
  })
  for (const { element, color, background, border } of painted) {
    element.style.color = color
    element.style.borderColor = border
    if (background !== '') element.style.background = background
  }
  if (document.documentElement.style.background === '')
    document.documentElement.style.background = surface('rgb(255, 255, 255)')
}

function lightness(colour) {
  const channels = channelsOf(colour)
  return (Math.max(...channels) + Math.min(...channels)) / 510
}

/** The same hue and saturation at the opposite lightness. */
function flip(colour) {
  const channels = channelsOf(colour)
  const sum = Math.max(...channels) + Math.min(...channels)
  return `rgb(${channels.map((value) => 255 - sum + value).join(', ')})`
}
