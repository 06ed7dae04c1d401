import { dayText } from '@anjie/calendar-cn/plainDays'
import type {
  PublicTitleEvent,
  PublicUnitChange,
  PublicUnitObjection,
  TitleToday,
} from '@anjie/contracts/vocabulary/publicRecords'
import { DEMO_PROVINCE } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { OBJECTION_OUTCOME_NAMES } from '@anjie/domain/objections/objectionTransitions'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { html } from 'hono/html'
import type { UnitToday } from '../findUnit.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { placeOf, placeParts } from '../words.ts'
import { factList, honourOf, outsideLink, stateMark, titleTable } from './parts.ts'

/** 一户一页: what a unit was and is, all that it holds and held, and how that came about. */
export const unitPage = (frame: Frame, unit: UnitToday): PageContent => {
  const { name, kind, titles, changes, objections } = unit
  const newest = titles[0]?.title
  return {
    title: name,
    main: html`
${newest?.province === DEMO_PROVINCE ? html`<p class="lead off"><strong>本页单位为虚构</strong>，供演示用。</p>` : ''}
${factList([
  ['所在地', newest === undefined ? undefined : placeNow(unit, newest)],
  ['现状', unit.endedOn === undefined ? undefined : `${dayText(unit.endedOn)}撤并`],
  ['单位类别', UNIT_KIND_NAMES[kind]],
  ['曾用名', formerNames(unit)],
  ['县级代码', newest?.county],
  ['单位编号', unit.unitId === undefined ? undefined : html`<code>${unit.unitId}</code>`],
])}
<h2>称号</h2>
${titleTable(
  frame,
  `共${titles.length}个，新的在前`,
  titles.map(({ title }) => title),
  (title) => `#title-${title.titleId}`,
)}
${titles.map(({ title, events }) => titlePart(frame, title, events))}
${unitHistory(changes)}
${objectionResults(frame, objections)}`,
  }
}

/** Today's: a unit goes on in its place, whatever a list said then. */
const placeNow = (
  { parentName }: UnitToday,
  { provinceName, cityName, countyName, placeNow: now }: TitleToday,
): string =>
  now === undefined
    ? placeParts([provinceName, cityName, countyName, parentName ?? '']).join(' ')
    : `${provinceName} ${now}`

function formerNames({ name, formerNames: former, titles }: UnitToday): string | undefined {
  const known = new Set([name, ...former.map((each) => each.name)])
  const words = [
    ...former.map((each) => `${each.name}（至${dayText(each.until)}）`),
    // What a list called it by, where that is no name of the register.
    ...[...new Set(titles.map(({ title }) => title.unitName))]
      .filter((each) => !known.has(each))
      .map((each) => `${each}（名单所用）`),
  ]
  return words.length === 0 ? undefined : words.join('、')
}

const titlePart = (frame: Frame, title: TitleToday, events: readonly PublicTitleEvent[]): Html => html`
<h3 id="title-${title.titleId}">${title.year}年${honourOf(title)}（${TITLE_LEVEL_NAMES[title.level]}）</h3>
${factList([
  ['状态', stateMark(TITLE_STANDINGS[titleStanding(title, frame.today)])],
  ['命名时名称', `${placeOf(title)} ${title.unitName}`],
  ['命名机关', title.issuer],
  [
    '文号',
    title.documentNumber === undefined ? undefined : html`<span class="document">${title.documentNumber}</span>`,
  ],
  ['命名日期', title.namedOn === undefined ? undefined : dayText(title.namedOn)],
  ['有效期至', title.validUntil === undefined ? undefined : dayText(title.validUntil)],
  ['持有单位', doubt(title)],
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
  ['历程', history(events)],
])}`

/** A list may leave open which of several units of a name it means. */
const doubt = ({ namesake }: TitleToday): string | undefined =>
  namesake?.endedOn === undefined
    ? undefined
    : `${namesake.parentName ?? ''}同名单位已于${dayText(namesake.endedOn)}撤并，是否为本称号的持有单位，原名单没有载明`

const source = ({ source: { kind, url } }: TitleToday): Html =>
  kind === 'named-here'
    ? html`经本系统申报、公示和命名`
    : html`取自公开名单${url === undefined ? '' : html`：${outsideLink(url)}`}。名单说明当年已命名，现行状态以发文机关为准。`

const history = (events: readonly PublicTitleEvent[]): Html => html`
<ol>${events.map(
  (event) =>
    html`<li>${dayText(event.on)}　${event.name}${event.documentNumber === undefined ? '' : html`（<span class="document">${event.documentNumber}</span>）`}</li>`,
)}</ol>`

const unitHistory = (changes: readonly PublicUnitChange[]): Html =>
  changes.length === 0
    ? html``
    : html`<h2>单位沿革</h2>
<ol>${changes.map((change) => html`<li>${dayText(change.on)}　${whatChanged(change)}${change.approvalReference === undefined ? '' : `（依据：${change.approvalReference}）`}</li>`)}</ol>`

function whatChanged({ name, fromName, toName, fromParent, toParent, successor, toPlace }: PublicUnitChange): string {
  const words = [
    ...(toName === undefined ? [] : [`由“${fromName ?? ''}”更名为“${toName}”`]),
    ...(toParent === undefined ? [] : [`由${fromParent ?? '无'}改属${toParent}`]),
    ...(successor === undefined ? [] : [successor]),
    ...(toPlace === undefined ? [] : [`${name}，现属${toPlace}`]),
  ]
  return words.length === 0 ? name : words.join('，')
}

const objectionResults = ({ links }: Frame, objections: readonly PublicUnitObjection[]): Html =>
  objections.length === 0
    ? html``
    : html`<h2>异议核查结果</h2>
<ul>${objections.map(
        ({ outcome, text, publishedOn, batchId }) =>
          html`<li><strong>${OBJECTION_OUTCOME_NAMES[outcome]}</strong>（${dayText(publishedOn)}公布，<a href="${links.to(`/notices/${batchId}`)}">所涉公示</a>）：${text}</li>`,
      )}</ul>`
