import { html } from 'hono/html'

export type Markup = Exclude<ReturnType<typeof html>, Promise<unknown>>

/** An HTML template that escapes what is put in. Hono's own may be asynchronous; a mail is made of ready values. */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
  const made = html(strings, ...values)
  if (made instanceof Promise) throw new TypeError('expected ready values in a mail template, got a promise')
  return made
}
