export interface PageSigns {
  readonly title: string
  /** The paragraphs found so far. */
  readonly paragraphs: readonly string[]
  /** The text of all the page's blocks. */
  readonly pageText: string
  readonly hasPasswordField: boolean
}

interface Wall {
  readonly reason: string
  /** What such a page says. */
  readonly pattern: RegExp
  /** What its paragraphs are about: prose about other things makes the page an article under a banner. */
  readonly about: RegExp
}

/** Pages with more text than this are articles about walls, not walls; code units. */
const MAX_WALL_LENGTH = 2500
/** Prose about other things, in paragraphs: so many of them make an article, more when the title itself names the wall. */
const ENOUGH_PROSE = 2
const ENOUGH_PROSE_UNDER_TITLE = 4
const MIN_PROSE_LENGTH = 80

const WALLS: readonly Wall[] = [
  {
    reason: 'bot challenge',
    pattern:
      /(?:just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|unusual traffic|enable javascript and cookies to continue|ddos protection|captcha|attention required|access (?:to this page has been )?denied|request blocked|pardon our interruption|ви не робот|вы не робот|kein roboter|vous n['’]êtes pas un robot)/i,
    about:
      /browser|robot|human|javascript|security|traffic|connection|cookies|request|\bip\b|ray id|bots?\b|captcha|access|перевірк|проверк/i,
  },
  {
    reason: 'consent wall',
    pattern:
      /(?:before you continue|we (?:and our(?: \d+)? partners )?(?:use|store|value)[\p{L} ,]{0,60}(?:cookies|privacy)|your privacy (?:choices|matters)|accept (?:all )?(?:cookies|and continue)|consent to (?:the use|cookies)|manage (?:your )?(?:consent|preferences|cookies)|alle (?:cookies )?akzeptieren|tout accepter|mit werbung (?:weiterlesen|und cookies)|zgod[aęy] na|політик[аиу] (?:конфіденційності|cookie))/iu,
    about:
      /cookie|privacy|consent|partners?\b|personal (?:data|information)|tracking|advertis|preferences|legitimate interest|datenschutz|werbung|einwilligung|données|publicité|prywatnoś|danych|zgod|конфіденційн|конфиденциальн|файл/i,
  },
  {
    reason: 'soft 404',
    pattern:
      /(?:page (?:was )?not found|(?:page|article|content)[\p{L} ’']{0,40}(?:could not be found|doesn['’]t exist|does not exist|no longer (?:available|exists)|can['’]?t be found)|error 404|404 error|^404\b|seite (?:wurde )?nicht gefunden|page introuvable|strona nie (?:została )?znaleziona|nie znaleziono strony|сторінк[ау] не (?:знайдено|існує)|страница не найдена|página no encontrada)/iu,
    about:
      /\bpage|link|address|\burl\b|search|homepage|moved|deleted|removed|404|seite|adresse|strona|сторінк|страниц|посилання|ссылк/i,
  },
]
const LOGIN = /(?:log ?in|sign ?in|anmelden|einloggen|connexion|se connecter|zaloguj|увійти|войти)/i
const ABOUT_LOGIN =
  /log ?in|sign ?in|password|account|e-?mail|register|subscri|anmeld|passwort|konto|connexion|mot de passe|zaloguj|hasł|увійти|пароль|войти/i

/**
 * Why the page is no article but a wall before one; undefined when nothing says so. It takes more than a phrase: the page is
 * small, and what it says is about the wall. A banner over an article has prose about other things beside it.
 */
export function detectRefusal(signs: PageSigns): string | undefined {
  if (signs.paragraphs.join('').length > MAX_WALL_LENGTH) return undefined
  const wall = WALLS.find((each) => isWall(each, signs))
  if (wall !== undefined) return wall.reason
  const shown = `${signs.title}\n${signs.pageText.slice(0, MAX_WALL_LENGTH)}`
  if (signs.hasPasswordField && LOGIN.test(shown) && countForeign(signs.paragraphs, ABOUT_LOGIN) < ENOUGH_PROSE)
    return 'login page'
  return undefined
}

function isWall({ pattern, about }: Wall, { title, paragraphs, pageText }: PageSigns): boolean {
  const prose = countForeign(paragraphs, about)
  if (pattern.test(title)) return prose < ENOUGH_PROSE_UNDER_TITLE
  return pageText.length <= MAX_WALL_LENGTH && pattern.test(pageText) && prose < ENOUGH_PROSE
}

/** Paragraphs of prose that are not about the wall. */
function countForeign(paragraphs: readonly string[], about: RegExp): number {
  return paragraphs.filter((text) => text.length >= MIN_PROSE_LENGTH && !about.test(text)).length
}
