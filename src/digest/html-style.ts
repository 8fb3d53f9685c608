/**
 * Colours and type of the HTML mail. Inline, since many clients drop `<style>`, and short, since every item carries
 * them and Gmail cuts a mail at 102 KB. No colour is of middling lightness: clients that turn colours round by their
 * lightness, for a dark screen, must leave them readable.
 */
export const htmlStyle = {
  page: 'background:#f1eee7;padding:24px 12px',
  column: 'width:100%;max-width:640px',
  brand:
    'background:#151c36;color:#e9cb8d;padding:14px 36px;border-radius:14px 14px 0 0;font:14px/20px Georgia,serif;letter-spacing:3px',
  masthead: 'background:#fffdf9;color:#223;padding:30px 36px 0;font-family:Georgia,serif;overflow-wrap:anywhere',
  name: 'margin:0 0 10px;font-size:36px;line-height:42px;font-weight:normal',
  edition:
    'margin:0;padding:9px 0;border-top:1px solid #223;border-bottom:3px double #223;font-size:16px;line-height:24px',
  contents: 'margin:12px 0 0;font:15px/22px Arial,sans-serif;color:#556',
  notice: 'margin:16px 0 0;padding:12px 16px;background:#fcf0d4;color:#4d3a0a;font:15px/22px Arial,sans-serif',
  card: "background:#fffdf9;color:#223;padding:34px 36px 4px;font:16px/25px -apple-system,'Segoe UI',Roboto,Arial,sans-serif;overflow-wrap:anywhere",
  topic:
    'margin:0;padding:0 0 7px;border-bottom:2px solid #223;font:bold 15px/22px Arial,sans-serif;letter-spacing:1px;text-transform:uppercase;color:#852a1c',
  count: 'color:#556;font-weight:normal',
  firstItem: 'padding:18px 0 20px',
  item: 'padding:20px 0;border-top:1px solid #ddc',
  leadTitle: 'margin:0 0 6px;font:bold 27px/33px Georgia,serif',
  title: 'margin:0 0 4px;font:bold 20px/26px Georgia,serif',
  link: 'color:#137;text-decoration:none',
  meta: 'margin:0;font-size:14px;color:#556',
  outlet: 'color:#223',
  label: 'color:#852a1c',
  chip: 'background:#eef;color:#448;padding:1px 7px',
  snippet: 'margin:6px 0',
  quote: 'margin:8px 0;padding:0 0 0 12px;border-left:3px solid #dcb',
  speaker: 'font-weight:bold;color:#223',
  origin: 'font-size:14px;color:#556',
  carriers: 'margin:6px 0 0;font-size:14px;color:#556',
  plainLink: 'color:#137',
  others: 'margin:0 0 18px;padding:18px 0 0;border-top:1px solid #ddc',
  onlyOthers: 'margin:0 0 30px;font:20px/29px Georgia,serif',
  otherLine: 'margin:0 0 6px',
  coverage:
    'background:#f8f4ea;color:#4a4e59;padding:24px 36px;border-radius:0 0 14px 14px;font:15px/23px Arial,sans-serif;overflow-wrap:anywhere',
  coverageTitle: 'margin:0 0 6px;font:bold 17px/24px Georgia,serif;color:#223',
  line: 'margin:0 0 5px',
  footer:
    'background:#f1eee7;color:#585d6b;padding:22px 36px 8px;font:14px/22px Arial,sans-serif;overflow-wrap:anywhere',
  footerLinks: 'margin:14px 0 0',
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f1eee7',
} as const

/** What inline styles cannot say: the dark scheme, narrow screens, a link under the pointer. */
export const htmlStyleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.c{border-radius:8px}
.l:hover{text-decoration:underline!important}
@media (max-width:480px){
.pg{padding:0!important}
.pd{padding-left:20px!important;padding-right:20px!important}
.br,.cv{border-radius:0!important}
.h1{font-size:30px!important;line-height:36px!important}
.ld{font-size:24px!important;line-height:30px!important}
}
@media (prefers-color-scheme:dark){
.pg,.ft{background:#0e1117!important}
.br{background:#1b2445!important}
.cd{background:#171b25!important;color:#e3e0d8!important}
.ed{border-color:#565c6b!important}
.tp{border-color:#e9cb8d!important;color:#e9cb8d!important}
.it{border-color:#2f3543!important}
.q{border-color:#7a6a45!important}
.m,.ft{color:#a6abb9!important}
.o,.h{color:#e3e0d8!important}
.l{color:#a9c4ff!important}
.k{color:#fff!important}
.w{color:#f0a893!important}
.c{background:#2f2b4a!important;color:#d3cbff!important}
.n{background:#3d3110!important;color:#f5e3b3!important}
.cv{background:#1d2230!important;color:#c3c7d2!important}
}
`
