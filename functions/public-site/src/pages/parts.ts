import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { DEMO_PROVINCE } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { html } from 'hono/html'
import type { Frame, Html } from '../page.ts'
import { placeOf } from '../words.ts'

/** A state as a shape and a word; the shape is for the eye only. */
export const stateMark = ({ word, shape, tone }: { word: string; shape: string; tone: string }): Html =>
  html`<span class="state ${tone}"><span aria-hidden="true">${shape} </span>${word}</span>`

/** The search box. `hidden` carries on what was chosen already. */
export const searchForm = (
  { links }: Frame,
  typed: string,
  hidden: Readonly<Record<string, string | undefined>> = {},
): Html => html`
<form class="find" role="search" method="get" action="${links.to('/titles')}">
<label for="q">地名、单位名称或拼音</label>
<input type="search" id="q" name="q" value="${typed}" maxlength="60" aria-describedby="q-hint" autocomplete="off">
${Object.entries({ ...hidden, large: links.large ? '1' : undefined }).map(([name, value]) =>
  value === undefined || value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}">`,
)}
<button type="submit">查询</button>
<p class="hint" id="q-hint">可输入全名、简称、全拼或拼音首字母，如“马房坝”“mafangba”“mfb”；多个词用空格隔开。</p>
</form>`

/** Made-up names are marked wherever they stand, because a line is also read without its page. */
export const fictionMark = (province: string): Html =>
  province === DEMO_PROVINCE ? html` <span class="off">（虚构）</span>` : html``

export const titleTable = (
  { links, today }: Frame,
  caption: string,
  titles: readonly TitleToday[],
  linkOf = ({ titleId }: TitleToday): string => links.to(`/units/${titleId}`),
): Html => html`
<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">单位</th><th scope="col" role="columnheader">所在地</th><th scope="col" role="columnheader">称号</th><th scope="col" role="columnheader">级别</th><th scope="col" role="columnheader">年度</th><th scope="col" role="columnheader">状态</th><th scope="col" role="columnheader">命名机关、文号</th></tr></thead>
<tbody role="rowgroup">${titles.map(
  (
    title,
  ) => html`<tr role="row"><th scope="row" role="rowheader"><a href="${linkOf(title)}">${title.unitName}</a>${fictionMark(title.province)}</th><td role="cell">${placeOf(title)}</td><td role="cell">${honourOf(title)}</td><td role="cell" data-label="级别">${TITLE_LEVEL_NAMES[title.level]}</td><td role="cell" data-label="年度">${title.year}</td><td role="cell" data-label="状态">${stateMark(TITLE_STANDINGS[titleStanding(title, today)])}</td><td role="cell">${authority(title)}</td></tr>
`,
)}</tbody>
</table>`

/** 平安学校（5A） */
export const honourOf = ({ honourName, grade }: Pick<TitleToday, 'honourName' | 'grade'>): string =>
  grade === undefined ? honourName : `${honourName}（${grade}）`

/** Who named by which document; of a list that was taken over what it says of that, and where it is to be read. */
const authority = ({ issuer, documentNumber, source }: TitleToday): Html => {
  const said = html`${issuer ?? ''}${documentNumber === undefined ? '' : html` <span class="document">${documentNumber}</span>`}`
  if (source.kind === 'named-here') return said
  const link =
    source.url === undefined
      ? html`公开名单`
      : html`<a href="${source.url}" rel="external noopener noreferrer nofollow">公开名单</a>`
  return issuer === undefined && documentNumber === undefined ? link : html`${said}（${link}）`
}

/** A list of named facts; an entry without a value is left out. */
export const factList = (entries: readonly (readonly [string, Html | string | number | undefined])[]): Html => html`
<dl>${entries.map(([name, value]) => (value === undefined || value === '' ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>`

/** A link out of this site. */
export const outsideLink = (url: string): Html =>
  html`<a href="${url}" rel="external noopener noreferrer nofollow">${shortAddress(url)}</a>`

function shortAddress(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname === '/' ? '' : pathname}`
}
