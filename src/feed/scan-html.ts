import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Runs over an HTML fragment once; entities stay as written. Unlike a parser it keeps no stack, so it is linear. */
export function scanHtml(html: string, callbacks: Partial<TokenizerCallbacks>): void {
  const tokenizer = new Tokenizer({ decodeEntities: false }, { ...nothing, ...callbacks })
  tokenizer.write(html)
  tokenizer.end()
}

const nothing: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
}

function ignore(): void {}
