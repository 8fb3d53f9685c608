import { JSDOM, VirtualConsole } from 'jsdom'

/**
 * One window serves all pages: making one costs as much as parsing a page. Documents parsed into it run no script, load
 * nothing and are collected like any other value.
 */
const { DOMParser } = new JSDOM('', { virtualConsole: new VirtualConsole() }).window

export function parseDocument(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}
