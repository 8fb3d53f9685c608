import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseTitle, type TitleSources } from '../../src/article/choose-title.ts'

const none: TitleSources = {
  headings: [],
  headline: undefined,
  metaTitles: [],
  documentTitle: '',
  listed: '',
  siteNames: ['Brackwater Echo', 'brackwater-echo'],
}

const cases: readonly { readonly name: string; readonly sources: Partial<TitleSources>; readonly title: string }[] = [
  {
    name: 'cuts the site’s name off the end',
    sources: { documentTitle: 'Ferry stays | Brackwater Echo' },
    title: 'Ferry stays',
  },
  {
    name: 'cuts the site’s name off the front',
    sources: { documentTitle: 'Brackwater Echo – Ferry stays' },
    title: 'Ferry stays',
  },
  {
    name: 'keeps a dash that is the title’s',
    sources: { documentTitle: 'No bridge – treasurer - The Brackwater Echo' },
    title: 'No bridge – treasurer',
  },
  {
    name: 'keeps two halves when neither is the site',
    sources: { documentTitle: 'Old ferry – new fares' },
    title: 'Old ferry – new fares',
  },
  {
    name: 'takes the heading that the head confirms, not the first one',
    sources: {
      headings: ['Brackwater Echo', 'Ferry “stays” for a year'],
      documentTitle: "Ferry 'stays' for a year | Brackwater Echo",
    },
    title: 'Ferry “stays” for a year',
  },
  {
    name: 'unglues a section’s name',
    sources: { headings: ['NewsFerry stays for another year'], metaTitles: ['Ferry stays for another year'] },
    title: 'Ferry stays for another year',
  },
  {
    name: 'prefers what is stated for machines to a foreign heading',
    sources: { headings: ['Most read'], headline: 'Ferry stays' },
    title: 'Ferry stays',
  },
  {
    name: 'leaves out a slogan that speaks of nothing on the page',
    sources: {
      headings: ['Ferry stays for a year'],
      metaTitles: ['All the news from the bay'],
      documentTitle: 'Ferry stays for a year',
    },
    title: 'Ferry stays for a year',
  },
  {
    name: 'takes what is stated for machines before a heading with other words',
    sources: { headings: ['LIVE: ferry stays, for now'], headline: 'Ferry stays for another year' },
    title: 'Ferry stays for another year',
  },
  {
    name: 'cuts a section off when the heading stands without it',
    sources: { headings: ['Ferry stays for a year'], metaTitles: ['Ferry stays for a year - County | Echo Live'] },
    title: 'Ferry stays for a year',
  },
  {
    name: 'cuts a kicker off when the page also states the title without it',
    sources: { headline: 'County council: Ferry stays for a year', metaTitles: ['Ferry stays for a year'] },
    title: 'Ferry stays for a year',
  },
  {
    name: 'cuts kickers off when each place has its own',
    sources: { headings: ['Traffic - Ferry stays for a year'], metaTitles: ['County council: Ferry stays for a year'] },
    title: 'Ferry stays for a year',
  },
  {
    name: 'takes a headline that JSON-LD gives for this address, though the heading says it in other words',
    sources: {
      headings: ['No bridge before spring'],
      headline: 'Ferry stays for another year',
      isHeadlineOfThisPage: true,
      metaTitles: ['No bridge before spring'],
    },
    title: 'Ferry stays for another year',
  },
  {
    name: 'leaves out a headline that JSON-LD gives for no address and that nothing else speaks of',
    sources: {
      headings: ['No bridge before spring'],
      headline: 'Ferry stays for another year',
      metaTitles: ['No bridge before spring'],
    },
    title: 'No bridge before spring',
  },
  {
    name: 'keeps a colon that the page never leaves out',
    sources: { headline: 'Tennick: Ferry stays for a year', headings: ['Tennick: Ferry stays for a year'] },
    title: 'Tennick: Ferry stays for a year',
  },
  {
    name: 'decodes entities that were written into data',
    sources: { headline: 'Ferry &amp; bridge &#8216;stay&#8217;' },
    title: 'Ferry & bridge ‘stay’',
  },
  {
    name: 'takes all of what was cut off for machines',
    sources: { headline: 'Ferry stays for another…', headings: ['Ferry stays for another year'] },
    title: 'Ferry stays for another year',
  },
  { name: 'folds no-break spaces', sources: { headings: ['Ferry\u00A0stays'] }, title: 'Ferry stays' },
  { name: 'falls back on the feed', sources: { listed: 'Ferry stays' }, title: 'Ferry stays' },
]

for (const { name, sources, title } of cases) {
  test(name, () => assert.equal(chooseTitle({ ...none, ...sources }), title))
}
