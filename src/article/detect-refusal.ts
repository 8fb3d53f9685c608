export interface PageSigns {
  readonly title: string
  /** The text found so far. */
  readonly text: string
  /** The text of all the page's blocks. */
  readonly pageText: string
  readonly hasPasswordField: boolean
  readonly elementCount: number
}

/** Pages with more text than this are articles about walls, not walls; code units. */
const MAX_WALL_LENGTH = 2500

const WALLS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|unusual traffic|enable javascript and cookies to continue|ddos protection|captcha|attention required|access (?:to this page has been )?denied|request blocked|pardon our interruption)/i,
    'bot challenge',
  ],
  [
    /(?:before you continue|we (?:and our(?: \d+)? partners )?(?:use|store|value)[\p{L} ,]{0,60}(?:cookies|privacy)|your privacy (?:choices|matters)|accept (?:all )?(?:cookies|and continue)|consent to (?:the use|cookies)|manage (?:your )?(?:consent|preferences|cookies)|alle (?:cookies )?akzeptieren|tout accepter|mit werbung (?:weiterlesen|und cookies)|zgod[aęy] na)/iu,
    'consent wall',
  ],
  [
    /(?:page (?:was )?not found|(?:page|article|content)[\p{L} ’']{0,40}(?:could not be found|doesn['’]t exist|does not exist|no longer (?:available|exists)|can['’]?t be found)|error 404|404 error|^404\b|seite (?:wurde )?nicht gefunden|page introuvable|strona nie (?:została )?znaleziona|nie znaleziono strony|сторінк[ау] не (?:знайдено|існує)|страница не найдена|página no encontrada)/iu,
    'soft 404',
  ],
]
const LOGIN = /(?:log ?in|sign ?in|anmelden|einloggen|connexion|se connecter|zaloguj|увійти|войти)/i

/** Why the page is not an article at all; undefined when nothing says so. A phrase alone proves nothing on a long page. */
export function detectRefusal(signs: PageSigns): string | undefined {
  if (signs.elementCount === 0 || signs.pageText === '') return 'empty page'
  if (signs.text.length > MAX_WALL_LENGTH) return undefined
  const shown = `${signs.title}\n${signs.pageText.slice(0, MAX_WALL_LENGTH)}`
  const isSmallPage = signs.pageText.length <= MAX_WALL_LENGTH
  const wall = WALLS.find(([pattern]) => pattern.test(signs.title) || (isSmallPage && pattern.test(shown)))
  // The title alone may be an article's: "Captcha is dying". Then there is prose.
  if (wall !== undefined && (isSmallPage || signs.text.length < 400) && !isLongProse(signs.text)) return wall[1]
  if (signs.hasPasswordField && signs.text.length < 600 && LOGIN.test(shown)) return 'login page'
  return undefined
}

function isLongProse(text: string): boolean {
  return text.split('\n\n').filter((block) => block.length >= 120).length >= 4
}
