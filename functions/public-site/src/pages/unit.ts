import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicTitleEvent, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { DEMO_PROVINCE } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { html } from 'hono/html'
import type { Frame, Html, PageContent } from '../page.ts'
import { placeOf, placeParts, unitNow } from '../words.ts'
import { factList, outsideLink, stateMark, titleTable } from './parts.ts'

export interface UnitData {
  readonly title: TitleToday
  /** Oldest first. */
  readonly events: readonly PublicTitleEvent[]
  /** Other titles of the same unit. */
  readonly others: readonly TitleToday[]
}

export const unitPage = (frame: Frame, { title, events, others }: UnitData): PageContent => ({
  title: title.unitName,
  main: html`
${title.province === DEMO_PROVINCE ? html`<p class="lead off"><strong>本页单位为虚构</strong>，供演示用。</p>` : ''}
${factList([
  ['所在地', placeParts([title.provinceName, ...placeOf(title).split(' ')]).join(' ')],
  ['单位现状', unitNow(title)],
  ['单位类别', UNIT_KIND_NAMES[title.unitKind]],
  ['称号', title.honourName],
  ['级别', TITLE_LEVEL_NAMES[title.level]],
  ['年度', `${title.year}年`],
  ['状态', stateMark(TITLE_STANDINGS[titleStanding(title, frame.today)])],
  ['命名机关', title.issuer],
  [
    '文号',
    title.documentNumber === undefined ? undefined : html`<span class="document">${title.documentNumber}</span>`,
  ],
  ['命名日期', title.namedOn === undefined ? undefined : dayText(title.namedOn)],
  ['有效期至', title.validUntil === undefined ? undefined : dayText(title.validUntil)],
  [
    '证书编号',
    title.serial === undefined
      ? undefined
      : html`<a href="${frame.links.to('/certificates/check', { serial: title.serial })}">${title.serial}</a>`,
  ],
  [
    '公示',
    title.batchId === undefined
      ? undefined
      : html`<a href="${frame.links.to(`/notices/${title.batchId}`)}">查看命名前的公示</a>`,
  ],
  ['来源', source(title)],
])}
<h2>历史</h2>
${history(events)}
${others.length === 0 ? '' : html`<h2>本单位的其他称号</h2>${titleTable(frame, `共${others.length}个`, others)}`}`,
})

const source = ({ source: { kind, url } }: TitleToday): Html =>
  kind === 'named-here'
    ? html`经本系统申报、公示和命名`
    : html`取自公开名单${url === undefined ? '' : html`：${outsideLink(url)}`}。名单说明当年已命名，现行状态以发文机关为准。`

const history = (events: readonly PublicTitleEvent[]): Html => html`
<ol>${events.map(
  (event) =>
    html`<li>${dayText(event.on)}　${event.name}${event.documentNumber === undefined ? '' : html`（<span class="document">${event.documentNumber}</span>）`}</li>`,
)}</ol>`
