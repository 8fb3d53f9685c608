import type { PageBlock } from './page-block.ts'

/** Words that page makers name elements by, in classes and ids; a feature each: how near the next such element is. */
const WORDS: Readonly<Record<string, string>> = {
  body: 'article content body story text entry prose rich richtext copy articlebody articletext articlecontent storybody wysiwyg editor editorial texto cuerpo contenido testo corpo contenu corps inhalt artikel texte artykul tresc innehall nyhet',
  paragraph: 'paragraph para par p textblock absatz parrafo paragraphe graf',
  lead: 'lead lede leadtext standfirst subtitle subheadline subheading subhead dek deck summary excerpt abstract perex chapo chapeau vorspann intro introduction description teasertext kicker ingress entradilla sottotitolo bajada strap strapline',
  title: 'title headline heading header hed titre titolo titulo titel',
  related:
    'related recommended recommend readmore readalso morenews alsoread mostread trending recirc recirculation outbrain taboola similar popular latest more next suggested suggestions upnext teaser teasers also further recommendation recommendations ultime lire',
  share:
    'share sharing social addtoany follow sociallinks sharebar socials facebook twitter whatsapp telegram pinterest',
  newsletter: 'newsletter subscribe subscription signup donate donation paywall piano register login optin cta mailing',
  tags: 'tag tags taglist keywords topics topic category categories label labels hashtag hashtags',
  ad: 'ad ads advert advertisement advertising sponsor sponsored promo promoted promotion adslot dfp banner werbung anzeige publicidad commercial affiliate',
  comment: 'comment comments disqus discussion reply replies respond reactions kommentare commentaires',
  menu: 'nav navigation menu navbar breadcrumb breadcrumbs dropdown submenu topbar toolbar tabs pagination pager menus',
  footer: 'footer copyright colophon bottom legal disclaimer foot',
  sidebar: 'sidebar aside rail widget widgets secondary complementary col3 right left drawer',
  byline:
    'byline author authors authorname authorbox bio contributor contributors dateline timestamp date datetime published publish time meta postmeta articlemeta info person profile reporter',
  caption:
    'caption captions credit credits figcaption figure image img photo picture gallery media slide slideshow slider carousel swiper lightbox bild foto',
  card: 'card cards item items list listing grid tile tiles feed thumb thumbnail row collection archive river stream post posts loop block views',
  popup: 'popup modal overlay cookie cookies consent gdpr notification alert toast dialog onetrust privacy',
  toc: 'toc contents index anchor jump skip',
  quote: 'quote pullquote blockquote quotation zitat citation',
  box: 'box infobox factbox fact facts callout panel sidebarbox highlight note faq accordion tip takeaways keypoints',
  shop: 'product products price shop cart store buy deal deals offer button btn woocommerce',
  account: 'search account user login member form input field',
  video: 'video player audio podcast listen youtube embed iframe live',
  hidden: 'hidden sr visuallyhidden screenreader mobile print noprint offscreen collapse',
  main: 'main primary container wrapper page site layout',
}

export const NAME_FEATURES = Object.keys(WORDS).map((name) => `named ${name}`)

const GROUPS = groupsByWord()
/** Elements further out name the page, not the block. */
const FARTHEST = 12

function groupsByWord(): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, words] of Object.values(WORDS).entries()) {
    for (const word of words.split(' ')) groups.set(word, [...(groups.get(word) ?? []), index])
  }
  return groups
}

/** For each group, how many elements up the next one so named is; each element's names are read once. */
export function nameMeasure(): (block: PageBlock) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return (block) => {
    const distances = NAME_FEATURES.map(() => FARTHEST)
    const depth = block.names.length
    for (let up = 0; up < Math.min(depth, FARTHEST); up += 1) {
      const id = block.ids[depth - 1 - up] ?? -1
      const groups = known.get(id) ?? groupsOf(block.names[depth - 1 - up] ?? '')
      known.set(id, groups)
      for (const group of groups) distances[group] = Math.min(distances[group] ?? FARTHEST, up)
    }
    return distances
  }
}

function groupsOf(names: string): readonly number[] {
  if (names === '') return []
  const found = new Set<number>()
  for (const word of names
    .slice(0, 500)
    .toLowerCase()
    .split(/[^\p{L}]+/u)) {
    for (const group of GROUPS.get(word) ?? []) found.add(group)
  }
  return [...found]
}
