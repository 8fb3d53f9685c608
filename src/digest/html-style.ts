/**
 * Colours and type of the HTML mail. Inline, since many clients drop `<style>`, and short, since every item carries
 * them and Gmail cuts a mail at 102 KB.
 */
export const htmlStyle = {
  page: 'background:#f1eee7;padding:24px 12px',
  column: 'width:100%;max-width:640px',
  masthead:
    'background:#151c36;color:#fbf4e2;padding:30px 32px 26px;border-radius:14px 14px 0 0;font-family:Georgia,serif',
  brand: 'margin:0;font-size:14px;line-height:20px;letter-spacing:3px;color:#e9cb8d',
  name: 'margin:8px 0 6px;font-size:32px;line-height:38px;font-weight:normal;color:#fbf4e2',
  headline: 'margin:0;font-size:16px;line-height:24px;color:#c9cee0',
  card: "background:#fffdf9;color:#24272f;padding:30px 32px 6px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;overflow-wrap:anywhere",
  topic: 'margin:0;padding:0 0 10px;border-bottom:2px solid #151c36;font:bold 24px/30px Georgia,serif',
  count: 'color:#5c6170;font-weight:normal',
  firstItem: 'padding:20px 0 22px',
  item: 'padding:20px 0 22px;border-top:1px solid #e5e0d6',
  meta: 'margin:0;font-size:14px;color:#5c6170',
  outlet: 'color:#24272f',
  chip: 'background:#ebe7f7;color:#4a3f80;padding:2px 8px;border-radius:9px;white-space:nowrap',
  title: 'margin:3px 0 6px;font:bold 20px/27px Georgia,serif',
  link: 'color:#1c3d86;text-decoration:none',
  snippet: 'margin:0 0 6px',
  mark: 'background:#fcecb0;color:#24272f',
  coverage:
    'background:#f7f3ea;color:#4b4f5b;padding:22px 32px;border-radius:0 0 14px 14px;font:15px/23px Arial,sans-serif;overflow-wrap:anywhere',
  coverageTitle: 'margin:0 0 6px;font:bold 17px/24px Georgia,serif;color:#24272f',
  line: 'margin:0 0 4px',
  footer:
    'background:#f1eee7;color:#5c6170;padding:20px 32px 8px;font:14px/22px Arial,sans-serif;overflow-wrap:anywhere',
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f1eee7',
} as const

/** What inline styles cannot say: the dark scheme, narrow screens, a link under the pointer. */
export const htmlStyleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.l:hover{text-decoration:underline!important}
@media (max-width:480px){
.pg{padding:0!important}
.pd{padding-left:20px!important;padding-right:20px!important}
.ma,.cv{border-radius:0!important}
}
@media (prefers-color-scheme:dark){
.pg,.ft{background:#0e1117!important}
.cd{background:#171b25!important;color:#e9e6de!important}
.ma{background:#1b2445!important}
.tp{border-color:#e9cb8d!important}
.it{border-color:#2d3341!important}
.m,.ft{color:#a6abb9!important}
.o,.h{color:#e9e6de!important}
.l{color:#a9c4ff!important}
.k{background:#5a4910!important;color:#fff4cf!important}
.c{background:#302c4b!important;color:#d3cbff!important}
.cv{background:#1d2230!important;color:#c3c7d2!important}
}
`
