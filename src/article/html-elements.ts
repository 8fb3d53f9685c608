/** What the light clean knows of HTML elements, by name. */
export const ELEMENTS = {
  /** Left out together with what is inside. */
  dropped: setOf(
    'script style template svg noscript noframes iframe object canvas math audio video map select datalist',
  ),
  /** Left out; they hold nothing. */
  useless: setOf('base embed param source track wbr area col input'),
  /** Never have an end tag. */
  void: setOf('area base br col embed hr img input link meta param source track wbr'),
  /** Often have none, so that a start tag does not say how deep the tree is. */
  endOptional: setOf('html head body p li dt dd tr td th thead tbody tfoot option optgroup colgroup'),
  /** Begin and end a line: white space after their tags shows nothing. */
  block: setOf(
    'html head body title meta link address article aside blockquote br dd div dl dt fieldset',
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody',
    'thead tr td th ul',
  ),
}

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
