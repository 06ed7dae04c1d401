import { colours, fonts, lineHeight, proseCharacters, spacing, textSizes } from '@anjie/tokens'

/** Pixels: narrower than the console, because a notice is read and not worked with. */
const PAGE_WIDTH = 1120

/**
 * One sheet for all pages, plain enough for old telephones: no nesting, no layers, and every table reads as lines of text
 * where there is no room for columns. Sizes are in rem, so that the larger type scales everything.
 */
export const STYLESHEET = `
html{font-size:${textSizes.public}px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.large{font-size:${textSizes.publicLarge}px}
body{margin:0;color:${colours.ink};background:${colours.page};font-family:${fonts.text};line-height:${lineHeight};font-variant-numeric:${fonts.figures};overflow-wrap:break-word}
a{color:${colours.work}}
a:focus,button:focus,input:focus,textarea:focus,select:focus,summary:focus{outline:3px solid ${colours.work};outline-offset:2px}
.wrap{max-width:${PAGE_WIDTH}px;margin:0 auto;padding:0 ${spacing.grid * 2}px}
.skip{position:absolute;left:-9999px}
.skip:focus{position:static;display:block;padding:${spacing.grid}px}
.top{background:${colours.paper};border-bottom:1px solid ${colours.line}}
.top .wrap{padding-top:${spacing.grid}px;padding-bottom:${spacing.grid}px}
.site{font-weight:bold;color:${colours.ink};text-decoration:none}
.top ul{margin:0;padding:0;list-style:none}
.top li{display:inline-block;margin-right:1rem}
.top li a{display:inline-block;padding:.35rem 0}
.top a[aria-current]{color:${colours.ink};font-weight:bold;text-decoration:none;border-bottom:3px solid ${colours.work}}
.size{float:right}
.note{margin:0;padding:${spacing.grid}px 0;border-bottom:1px solid ${colours.line};color:${colours.ink};background:${colours.paper}}
.note strong{color:${colours.due}}
main{padding-bottom:2rem}
h1{font-size:1.55rem;line-height:1.35;margin:1.2rem 0 .6rem}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p,main ul,main ol{max-width:${proseCharacters}em}
.lead{font-size:1.1rem;max-width:none;background:${colours.paper};border:1px solid ${colours.line};border-left:6px solid ${colours.work};border-radius:${spacing.radius}px;padding:.6rem .8rem;margin:.6rem 0}
.lead.off{border-left-color:${colours.off}}
.lead.seal{border-left-color:${colours.seal}}
.lead p{max-width:none;margin:.2rem 0}
form.find{margin:.8rem 0}
label{display:block;font-weight:bold;margin-bottom:.2rem}
.hint{color:${colours.off};font-size:.89rem;margin:.2rem 0;max-width:none}
input[type=search],input[type=text]{font:inherit;box-sizing:border-box;width:100%;max-width:30rem;padding:.4rem .5rem;border:1px solid ${colours.off};border-radius:${spacing.radius}px;background:${colours.paper};color:${colours.ink}}
select{font:inherit;max-width:100%;padding:.4rem}
textarea{font:inherit;box-sizing:border-box;width:100%;max-width:38rem;padding:.4rem .5rem;border:1px solid ${colours.off};border-radius:${spacing.radius}px;background:${colours.paper};color:${colours.ink}}
form.objection{background:${colours.paper};border:1px solid ${colours.line};border-radius:${spacing.radius}px;padding:.4rem .8rem;margin:.8rem 0}
form.objection label,form.objection legend{font-weight:bold;margin-top:.8rem}
fieldset{border:1px solid ${colours.line};border-radius:${spacing.radius}px;margin:.8rem 0;padding:.2rem .8rem}
form.objection label.choice{font-weight:normal;margin:.3rem 0}
.act{font-weight:bold}
.receipt{font-size:1.2rem}
.lead.stop{border-left-color:${colours.stop};color:${colours.ink}}
ol.steps{list-style:none;padding:0}
ol.steps li{display:inline-block;margin-right:1.2rem}
button{font:inherit;padding:.4rem 1.2rem;margin-top:.4rem;border:1px solid ${colours.work};border-radius:${spacing.radius}px;background:${colours.work};color:${colours.paper}}
.filters{background:${colours.paper};border:1px solid ${colours.line};border-radius:${spacing.radius}px;padding:.2rem .8rem;margin:.8rem 0}
.filters h2{margin:.4rem 0 0;font-size:1rem}
.filters ul{margin:0 0 .4rem;padding:0;list-style:none;max-width:none}
.filters li{display:inline-block;margin:.1rem 1.1rem .1rem 0}
.filters .chosen{font-weight:bold}
.count{color:${colours.off}}
table{border-collapse:collapse;width:100%;background:${colours.paper};border:1px solid ${colours.line};margin:.6rem 0}
caption{text-align:left;padding:.3rem 0;color:${colours.off}}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid ${colours.line};font-weight:normal}
thead th{background:${colours.page};font-weight:bold;white-space:nowrap}
tbody th{font-weight:bold}
.state{white-space:nowrap}
.good{color:${colours.good}}.due{color:${colours.due}}.stop{color:${colours.stop}}.off{color:${colours.off}}.seal{color:${colours.seal}}
dl{margin:.6rem 0;background:${colours.paper};border:1px solid ${colours.line};border-radius:${spacing.radius}px;padding:.4rem .8rem}
dt{color:${colours.off};margin-top:.3rem}
dd{margin:0 0 .3rem}
.verdict{font-size:2.6rem;font-weight:bold;line-height:1.2;margin:.6rem 0}
.document{color:${colours.seal};display:inline-block}
code,.exact{font-family:Consolas,Menlo,"DejaVu Sans Mono",monospace;font-size:.9rem;word-break:break-all}
pre{white-space:pre-wrap;word-break:break-all;background:${colours.paper};border:1px solid ${colours.line};padding:.6rem;max-width:100%;box-sizing:border-box}
.level-3 th{padding-left:1.6rem}.level-4 th{padding-left:2.6rem}.level-5 th{padding-left:3.6rem}
.heading th,.heading td{background:${colours.page}}
.clause{min-width:16rem}
.pages a,.pages span{display:inline-block;margin-right:1rem;padding:.3rem 0}
.figures{list-style:none;padding:0}
.figures li{display:inline-block;margin-right:1.6rem}
.figures b{font-size:1.3rem}
footer{border-top:1px solid ${colours.line};color:${colours.off};font-size:.89rem;padding:.8rem 0 2rem}
footer p{max-width:none;margin:.2rem 0}
@media (min-width:720px){
dl{display:table;width:100%;box-sizing:border-box}
dl div{display:table-row}
dt,dd{display:table-cell;padding:.25rem .6rem .25rem 0;vertical-align:top}
dt{width:9em}
}
@media (min-width:960px){
.columns{display:grid;grid-template-columns:minmax(0,1fr) 15rem;grid-column-gap:${spacing.grid * 3}px;align-items:start}
.jump{display:none}
}
@media (max-width:719px){
table,tbody,tr,th,td,caption{display:block}
thead{position:absolute;left:-9999px}
tr{border-bottom:1px solid ${colours.line};padding:.4rem .6rem}
tbody th,td{border:0;padding:.05rem 0}
td[data-label]:before{content:attr(data-label) "：";color:${colours.off}}
.size{float:none;display:block}
}
@media print{
body{background:${colours.paper};font-size:12pt}
.top ul,.size,.skip,form,.filters,.pages{display:none}
a{color:${colours.ink};text-decoration:none}
}
`.trimStart()
