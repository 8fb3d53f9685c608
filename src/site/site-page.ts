/** An HTML page and the one style sheet it carries, which its policy lets through and no other. */
export interface SitePage {
  readonly html: string
  readonly styleSheet: string
}
