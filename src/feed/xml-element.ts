/** An element as a feed means it, whatever its dialect calls it. */
export interface XmlElement {
  /** Lower case, under the usual prefix of its vocabulary (`atom:link`, `dc:creator`); RSS's own have none. */
  readonly name: string
  /** By lower-case name as written. */
  readonly attributes: ReadonlyMap<string, string>
  /** Elements and texts (decoded) in the document's order. */
  readonly children: readonly (XmlElement | string)[]
  /** What relative URLs inside are relative to. */
  readonly base: string
}
