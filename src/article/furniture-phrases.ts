import { PAYWALL_OFFER } from './paywall-offer.ts'

/** A phrase that says of a whole short block that it is not the article. */
export interface FurniturePhrase {
  readonly why: string
  readonly pattern: RegExp
  /** Longer blocks are prose that happens to use the words; code units. */
  readonly maxLength: number
}

export const FURNITURE_PHRASES: readonly FurniturePhrase[] = [
  {
    why: 'advertisement label',
    maxLength: 60,
    pattern:
      /^[-–—\s[(]*(?:ads?|advertisements?|advertising|sponsored(?: content| links?)?|promoted(?: content)?|paid content|story continues below(?: advertisement)?|article continues (?:below|after)[\p{L} ]*|continue reading(?: below)?|реклама|anzeige|werbung|publicité|reklama|publicidad|pubblicità|advertentie|annonce|annonse|annons|mainos|reklam|publicidade|広告|광고)[-–—\s\])]*[:.…]*[-–—\s]*$/iu,
  },
  {
    why: 'related headlines',
    maxLength: 140,
    pattern:
      /^[\s•►▶→»*[(]*(?:read (?:also|more|next|this|further)|also read|see (?:also|more)|more (?:news|stories|on this|from|about|in|like this)|related(?: content| stories| articles| news| topics| links| reading| posts| coverage| video)?|you (?:may|might) (?:also )?(?:like|be interested)|recommended(?: for you| stories| reading)?|(?:most|recent|latest|top|popular|trending|all)[ -](?:read|popular|viewed|news|stories|posts|articles|headlines)|don['’]t miss|what to read next|читайте (?:также|ещ[её]|по теме)|читайте (?:також|ще)|по теме|за темою|останні новини|последние новости|всі новини|все новости|новини за темою|похожие (?:материалы|новости)|lesen sie (?:auch|mehr|dazu)|mehr (?:zum thema|lesen|dazu)|auch interessant|das könnte sie|à lire (?:aussi|également)|lire (?:aussi|la suite)|sur le même sujet|voir aussi|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|lee también|lea también|te puede interesar|leggi anche|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös|leia (?:também|mais)|você (?:também )?(?:pode|vai|poderá) (?:gostar|curtir)|talvez você goste|(?:también )?(?:te puede gustar|te podría|puede interesarte)|(?:ti )?potrebbe(?:ro)? interessart?i?|vous (?:pourriez|aimerez)|może (?:cię|ci się)|вас может заинтересовать|вас може зацікавити|ilgili haberler|関連記事|あわせて読みたい|관련 ?기사)(?![\p{L}])/iu,
  },
  {
    why: 'newsletter box',
    maxLength: 260,
    pattern:
      /^(?:sign up|subscribe|get (?:the|our)[\p{L}\s’']{0,60}(?:newsletter|inbox|briefing)|join (?:our|the)[\p{L}\s’']{0,40}(?:newsletter|mailing list|channel)|register (?:now|for free|today)|(?:our|the) newsletter|newsletter|enter your e-?mail|by (?:signing|subscribing|clicking|submitting)|thank you for (?:signing|subscribing)|please enter|підпи(?:шіться|сатися|суйтесь|суйтеся)|подпи(?:шитесь|сывайтесь|саться)|jetzt (?:abonnieren|anmelden)|abonnieren sie|abonnez-vous|inscrivez-vous|zapisz się|suscríb\p{L}*|iscriviti|schrijf je in)(?!\p{L})/iu,
  },
  {
    why: 'donation box',
    maxLength: 260,
    pattern:
      /^(?:(?:please )?support [\p{Lu}\p{L}’' ]{1,40}(?: or | and )?(?:become|join|donate|today|us|patron|journalism)|support us|donate|become (?:a|our) (?:patron|member|supporter|subscriber)|(?:make|consider) (?:a|making a) (?:donation|contribution)|buy us a coffee|підтрим(?:ати|айте)(?: нас)?|поддерж(?:ать|ите)(?: нас)?|unterstützen sie uns|hat ihnen (?:dieser|der) (?:artikel|beitrag) gefallen|gefällt ihnen (?:dieser|der) (?:artikel|beitrag)|vous avez aimé cet article|te ha gustado est[ea]|faire un don|soutenez|wesprzyj|wspieraj|apóyanos|sostienici)(?!\p{L})/iu,
  },
  {
    why: 'donation box',
    maxLength: 300,
    pattern:
      /\b(?:your (?:support|donation|contribution|gift)|independent (?:journalism|reporting|media)|reader[- ]funded)\b.{0,160}\b(?:costs? money|makes? (?:a|the) difference|makes? (?:it |this )?possible|keeps? us|donate|contribute|support us)\b/iu,
  },
  {
    why: 'follow box',
    maxLength: 200,
    pattern:
      /^(?:(?:and )?follow (?:us|our|me|him|her|@)(?!\p{L})[\p{L}\p{N}\s@,.’'&-]{0,80}|follow .{1,60} on (?:instagram|facebook|twitter|x|telegram|google news|whatsapp|youtube|linkedin|tiktok|threads|bluesky)|find us on|like us on|join (?:us|our) (?:on|telegram|whatsapp)|(?:stay|keep) (?:connected|in touch|up[- ]to[- ]date)|download (?:the|our) [\p{L} ]{0,30}app|стежте за|слідкуйте за|следите за|читайте нас|folgen sie uns|suivez-nous|śledź nas|obserwuj nas|síguenos|seguici|volg ons)[^.?]{0,60}[.!]?$/iu,
  },
  {
    why: 'share buttons',
    maxLength: 80,
    pattern:
      /^(?:share(?: this| on| via| now)?(?: article| story| post| page)?(?: on| via)?(?: (?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|viber|messenger|and))*|(?:facebook|twitter|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|viber|messenger|instagram|copy link|print|tweet|share|flipboard|comments?|save|bookmark)(?:[\s,|/·•]+(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|viber|messenger|instagram|copy link|print|tweet|share|flipboard|comments?|save|bookmark))*|link copied!?|copied!?|поширити|поділитися|поделиться|teilen|partager|udostępnij|compartir|condividi|delen|dela|[\d.,]+\s?[km]?\s*(?:shares?|likes?|views?|comments?|reads?|переглядів|просмотров|коментарів|комментариев|kommentare|commentaires)|(?:leave|post|add|view|show|read|write) (?:a |your |all )?comments?[\p{L} ]{0,20})[\s:]*$/iu,
  },
  {
    why: 'picture credit',
    maxLength: 220,
    pattern:
      /^(?:\(?(?:images?|photos?|pictures?|video|illustration|graphic|foto|bild|bilder|фото|иллюстрация|ілюстрація|зображення|zdjęcie|photographie|photo d['’]illustration|crédits?|credit)(?: ?(?:source|credit|by|courtesy|from|via|von|quelle|\/))*s?\s*[:©|/]|©|\(c\)\s|image source|image credit|photo by|photograph by|picture by|courtesy of|(?:getty images|reuters|afp|epa|dpa|ap photo|shutterstock)(?:\s*[/|,].{0,80})?$)/iu,
  },
  {
    why: 'caption',
    maxLength: 220,
    pattern:
      /(?:[.!?)\]»”"]\s+|\s[|(–—-]\s?)(?:photos?|photograph|pictures?|images?|foto|фото|bild|zdjęcie|crédits?)(?:\s*[:/©]\s*|\s+(?:by|автора|von|courtesy)(?:\s+|$)).{0,60}$/iu,
  },
  {
    why: 'copyright notice',
    maxLength: 300,
    pattern:
      /^(?:copyright|all rights reserved|©|\(c\) ?\d{4}|alle rechte vorbehalten|tous droits réservés|wszelkie prawa|все права защищены|усі права захищені|todos los derechos)(?!\p{L})/iu,
  },
  {
    why: 'comment notice',
    maxLength: 900,
    pattern:
      /^(?:please|we (?:welcome|encourage|moderate|reserve)|(?:all |your |reader )?comments (?:are|will|may|must|that|should|posted|on)|attention|bitte|achtung|hinweis|ihre kommentare|kommentare (?:werden|sind)|merci de|les commentaires|vos commentaires|atención|los comentarios|tu comentario|atenção|os comentários|gentile|i commenti|uwaga|komentarze|увага|коментарі|внимание|комментарии)(?!\p{L})(?=.{0,160}(?:comment|komment|coment|коммент|комент)).{0,400}(?:moderat|moderiert|freigeschaltet|freigegeben|themenbezogen|modér|moderad|moderator|aprovad|aprobad|approved|approvat|netiquette|zatwierdz|модератор|модерац)/isu,
  },
  {
    why: 'consent to outside content',
    maxLength: 450,
    pattern:
      /^(?:an dieser stelle (?:findest|finden|befindet)(?!\p{L}).{0,120}extern|empfohlene[rn]? (?:redaktionelle[rn]?|externe[rn]?) inhalt|externen? inhalte? (?:anzeigen|erlauben|zulassen|laden)|ich bin (?:damit )?einverstanden, dass (?:mir|personen)|(?:damit (?:können|werden) )?personenbezogene daten (?:können |werden )?an dritt|(?:youtube|instagram|twitter|facebook|tiktok|x|spotify)-inhalte? (?:erlauben|anzeigen|laden)|link zum [\p{L}-]{1,20}-inhalt|(?:this|the) (?:content|video|post|embed) is (?:hosted|provided|not available).{0,120}(?:consent|cookies|third part)|we need your (?:consent|permission) to (?:show|load|display)|to (?:view|see|watch) this (?:content|video|post).{0,200}(?:consent|cookies|accept|agree|permission)|allow [\p{L} ]{1,20} content\?|(?:ce|ces) contenus? (?:est|sont|a été) bloqué|(?:este|para ver este) contenido.{0,80}cookies|(?:questo|per (?:vedere|visualizzare) (?:questo|il)) (?:contenuto|video).{0,80}(?:cookie|consenso))/iu,
  },
  {
    why: 'cookie or consent notice',
    maxLength: 500,
    pattern:
      /^(?:we (?:and our partners )?use cookies|this (?:site|website|content) (?:uses|is using) cookies|by (?:continuing|using) (?:to|this|our)[\p{L} ]{0,40}(?:cookies|privacy|terms)|cookie (?:settings|policy|preferences)|wir verwenden cookies|ce site utilise des cookies|ми використовуємо (?:файли )?cookie|мы используем (?:файлы )?cookie)/iu,
  },
  {
    why: 'page control',
    maxLength: 60,
    pattern:
      /^(?:close|menu|search|home|back|next|previous|prev|loading\.*|show more|load more|read more|view more|see all|view all|more|skip to (?:main )?content|back to (?:top|homepage)|log ?in|sign ?in|register|my account|play|pause|mute|expand|listen(?: to this article)?|print|report (?:a|an) (?:typo|error|mistake)[\p{L} ]*|закрити|закрыть|показать ещё|показати ще|schließen|fermer|zamknij|\d+ min(?:ute)?s? read|reading time:?.{0,20}|text size|tags?|topics?|categor(?:y|ies)|filed under|keywords|теги|schlagwörter|themen)\s*:?$/iu,
  },
  {
    why: 'tag list',
    maxLength: 300,
    pattern:
      /^(?:tags?|topics?|filed under|keywords|categor(?:y|ies)|more on|теги|темы|теми|schlagwörter|schlagworte|mots-clés|tagi|etiquetas)\s*:\s*\S/iu,
  },
  {
    why: 'reader notice',
    maxLength: 220,
    pattern:
      /^(?:if you (?:notice|find|see|spot) (?:a|an|any) (?:error|mistake|typo)|found (?:a|an) (?:error|mistake|typo)|have (?:a|any) (?:tip|question)s?\??|якщо ви (?:помітили|знайшли) помилку|если вы (?:заметили|нашли) ошибку|помітили помилку|нашли ошибку|this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|at)|the post .{0,160} (?:first )?appeared first on)(?!\p{L})/iu,
  },
  { why: 'paywall offer', maxLength: 260, pattern: PAYWALL_OFFER },
]
