import { createElement, type LightElement, LightParent, LightText } from './light-node.ts'

/** A page as Readability and our own reading see it. */
export class LightDocument extends LightParent {
  readonly nodeType = 9
  /** Addresses stay as written. */
  readonly baseURI = 'about:blank'
  readonly documentURI = 'about:blank'
  readonly createElement = createElement

  createTextNode(text: string): LightText {
    return new LightText(text)
  }

  get documentElement(): LightElement {
    return this.firstElementChild ?? this.appendChild(createElement('html'))
  }

  /** A page of frames has them in its place. */
  get body(): LightElement {
    const { children } = this.documentElement
    const body = children.find(({ localName }) => localName === 'body' || localName === 'frameset')
    return body ?? this.documentElement.appendChild(createElement('body'))
  }

  get title(): string {
    return this.getElementsByTagName('title')[0]?.textContent ?? ''
  }
}
