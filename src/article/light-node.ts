/**
 * A page's nodes as plain values: what Readability and our own reading ask of a document, and no more. jsdom parses; but
 * every question to its nodes goes through two objects and several caches, and reading one page asks a million of them.
 */
export type LightChild = LightElement | LightText

abstract class LightNode {
  parentNode: LightParent | null = null
  previousSibling: LightChild | null = null
  nextSibling: LightChild | null = null
  abstract readonly nodeType: number

  get nextElementSibling(): LightElement | null {
    return elementFrom(this.nextSibling)
  }
}

export class LightText extends LightNode {
  readonly nodeType = 3
  readonly firstChild = null
  readonly childNodes: readonly LightChild[] = []
  readonly nodeValue: string

  constructor(text: string) {
    super()
    this.nodeValue = text
  }

  get textContent(): string {
    return this.nodeValue
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

export abstract class LightParent extends LightNode {
  readonly nodeValue = null
  firstChild: LightChild | null = null
  lastChild: LightChild | null = null
  /** Known until something below changes. Where it is known, it is known of all that is below. */
  #text: string | undefined = undefined

  get childNodes(): readonly LightChild[] {
    const nodes: LightChild[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
    return nodes
  }

  get children(): readonly LightElement[] {
    const elements: LightElement[] = []
    for (let child = this.firstElementChild; child !== null; child = child.nextElementSibling) elements.push(child)
    return elements
  }

  get firstElementChild(): LightElement | null {
    return elementFrom(this.firstChild)
  }

  get textContent(): string {
    if (this.#text !== undefined) return this.#text
    let text = ''
    for (let child = this.firstChild; child !== null; child = child.nextSibling) text += child.textContent
    this.#text = text
    return text
  }

  /** Moves the node here when it stands elsewhere. */
  appendChild<Node extends LightChild>(node: Node): Node {
    node.parentNode?.removeChild(node)
    link(this.lastChild, node)
    this.firstChild ??= node
    this.lastChild = node
    node.parentNode = this
    this.#forgetText()
    return node
  }

  removeChild<Node extends LightChild>(node: Node): Node {
    const { previousSibling, nextSibling } = node
    if (this.firstChild === node) this.firstChild = nextSibling
    if (this.lastChild === node) this.lastChild = previousSibling
    link(previousSibling, nextSibling)
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.#forgetText()
    return node
  }

  replaceChild<Node extends LightChild>(node: LightChild, old: Node): Node {
    node.parentNode?.removeChild(node)
    link(old.previousSibling, node)
    link(node, old)
    node.parentNode = this
    if (this.firstChild === old) this.firstChild = node
    return this.removeChild(old)
  }

  /** Elements of one name, or of any by `*`, in document order. Not live. */
  getElementsByTagName(name: string): readonly LightElement[] {
    return descendants(this, (element) => name === '*' || element.localName === name)
  }

  /** Knows lists of element names only, in any case. */
  querySelectorAll(selector: string): readonly LightElement[] {
    const names = new Set(selector.toLowerCase().split(','))
    return descendants(this, ({ localName }) => names.has(localName))
  }

  contains(node: LightNode): boolean {
    let outer: LightNode | null = node
    while (outer !== null && outer !== this) outer = outer.parentNode
    return outer === this
  }

  #forgetText(): void {
    let outer: LightParent | null = this
    while (outer !== null && outer.#text !== undefined) {
      outer.#text = undefined
      outer = outer.parentNode
    }
  }
}

interface LightAttribute {
  readonly name: string
  readonly value: string
  cloneNode(): LightAttribute
}

export class LightElement extends LightParent {
  readonly nodeType = 1
  readonly localName: string
  readonly tagName: string
  readonly nodeName: string
  readonly ownerDocument = { createElement }
  readonly #attributes = new Map<string, string>()

  constructor(localName: string) {
    super()
    this.localName = localName
    this.tagName = localName.toUpperCase()
    this.nodeName = this.tagName
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(id: string) {
    this.setAttribute('id', id)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  set className(names: string) {
    this.setAttribute('class', names)
  }

  get attributes(): readonly LightAttribute[] {
    return Array.from(this.#attributes, ([name, value]) => attributeOf(name, value))
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value)
  }

  setAttributeNode({ name, value }: LightAttribute): void {
    this.#attributes.set(name, value)
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  /** What is inside, to put it back later: Readability keeps it to start over and never reads it. */
  get innerHTML(): readonly LightChild[] {
    return this.childNodes.map(copyOf)
  }

  set innerHTML(nodes: readonly LightChild[]) {
    while (this.firstChild !== null) this.removeChild(this.firstChild)
    for (const node of nodes) this.appendChild(copyOf(node))
  }
}

export function createElement(name: string): LightElement {
  return new LightElement(name.toLowerCase())
}

function copyOf(node: LightChild): LightChild {
  if (node.nodeType === 3) return new LightText(node.nodeValue)
  const copy = new LightElement(node.localName)
  for (const attribute of node.attributes) copy.setAttributeNode(attribute)
  for (let child = node.firstChild; child !== null; child = child.nextSibling) copy.appendChild(copyOf(child))
  return copy
}

function attributeOf(name: string, value: string): LightAttribute {
  return { name, value, cloneNode: () => attributeOf(name, value) }
}

function elementFrom(start: LightChild | null): LightElement | null {
  let node = start
  while (node !== null && node.nodeType !== 1) node = node.nextSibling
  return node
}

function link(before: LightChild | null, after: LightChild | null): void {
  if (before !== null) before.nextSibling = after
  if (after !== null) after.previousSibling = before
}

function descendants(root: LightParent, isWanted: (element: LightElement) => boolean): readonly LightElement[] {
  const found: LightElement[] = []
  let node = elementFrom(root.firstChild)
  while (node !== null) {
    if (isWanted(node)) found.push(node)
    node = node.firstElementChild ?? nextOutside(node, root)
  }
  return found
}

/** The next element that is not inside this one. */
function nextOutside(element: LightElement, root: LightParent): LightElement | null {
  let node: LightParent | null = element
  while (node !== null && node !== root && node.nextElementSibling === null) node = node.parentNode
  return node === null || node === root ? null : node.nextElementSibling
}
