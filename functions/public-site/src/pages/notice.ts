import { dayText } from '@anjie/calendar-cn/plainDays'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import type { PublicNotice, PublicObjectionResult } from '@anjie/contracts/vocabulary/publicRecords'
import { USUAL_OBJECTION_DAYS } from '@anjie/domain/notices/objectionDays'
import { OBJECTION_OUTCOME_NAMES } from '@anjie/domain/objections/objectionTransitions'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { unreachable } from '@anjie/kernel'
import { html } from 'hono/html'
import { noticePhase, period, untilWhen } from '../noticeTiming.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { shortDate } from '../words.ts'
import { namedBy } from './notices.ts'
import { factList, fictionMark } from './parts.ts'

export const noticePage = (
  frame: Frame,
  notice: PublicNotice,
  results: readonly PublicObjectionResult[],
  calendar: WorkingCalendar,
  takesObjections: boolean,
): PageContent => ({
  title: notice.name,
  main: html`
${mayIObject(frame, notice, calendar, takesObjections)}
<h2>名单</h2>
${noticePhase(notice, frame.today) === 'before' ? html`<p>名单自公示首日起公布。</p>` : list(frame, notice, takesObjections)}
<h2>规则</h2>
${factList([
  ['公示期', `${period(notice)}，共${notice.workingDays}个工作日（按国务院办公厅公布的节假日安排计算）`],
  ['称号级别', namedBy(notice)],
  ['申报轮次', notice.roundName],
  ['主办单位', notice.issuer],
  ['批准依据', notice.approvalReference],
  ['称号有效期', notice.validYears === null ? '不设期限' : `自命名之日起${notice.validYears}年`],
])}
<ul>
<li>异议应写明对哪个单位、哪件事有异议，并附能够核实的线索；署名或者匿名均可。来信以邮戳日期为准。</li>
<li>异议由被反映单位的上级核查，署名的自收到次日起${notice.objectionWorkingDays ?? USUAL_OBJECTION_DAYS}个工作日内答复；提出异议的人和材料不转给被反映的单位。</li>
<li>有异议的单位单独核查，核查期间该单位暂缓命名，核查不成立的另行公示命名；不影响名单上的其他单位；公示期内名单不作增减。</li>
<li>公示期满、异议核查完毕后，由主办单位作出命名决定，文号和证书在本页公布。</li>
</ul>
<h2>结果</h2>
${outcome(frame, notice)}
${objectionResults(results)}
${takenBack(notice)}`,
})

/** Who is proposed; nobody's name is out before the first day on which it can be objected to. */
const list = (frame: Frame, notice: PublicNotice, takesObjections: boolean): Html => html`<table role="table">
<caption>共${notice.entries.length}个单位，不分先后</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">单位</th><th scope="col" role="columnheader">市</th><th scope="col" role="columnheader">县（市、区）</th><th scope="col" role="columnheader">乡镇（街道）</th><th scope="col" role="columnheader">类别</th>${tells(notice) ? html`<th scope="col" role="columnheader">结果</th>` : ''}${mayObject(frame, notice, takesObjections) ? html`<th scope="col" role="columnheader">异议</th>` : ''}</tr></thead>
<tbody role="rowgroup">${notice.entries.map(
  (
    entry,
    at,
  ) => html`<tr role="row"><th scope="row" role="rowheader">${entry.unitName}${fictionMark(notice.province)}</th><td role="cell">${entry.cityName}</td><td role="cell">${entry.countyName}</td><td role="cell">${entry.townshipName ?? '不适用'}</td><td role="cell">${UNIT_KIND_NAMES[entry.unitKind]}</td>${tells(notice) ? html`<td role="cell" data-label="结果">${outcomeText(entry)}</td>` : ''}${mayObject(frame, notice, takesObjections) ? html`<td role="cell"><a href="${frame.links.to(`/notices/${notice.batchId}/object`, { unit: at + 1 })}" aria-label="对${entry.unitName}提出异议">提出异议</a></td>` : ''}</tr>
`,
)}</tbody>
</table>`

const mayObject = ({ today }: Frame, notice: PublicNotice, takesObjections: boolean): boolean =>
  takesObjections && noticePhase(notice, today) === 'open'

/** 命名撤回: a decision that was entered wrongly stays to be read, with the one that took it back. */
const takenBack = ({ takenBack: decisions = [] }: PublicNotice): Html =>
  decisions.length === 0
    ? html``
    : html`<h2>撤回的命名决定</h2>
${factList(
  decisions.map(({ documentNumber, namedOn, units, by, on, reason }) => [
    documentNumber,
    html`${dayText(namedOn)}命名${units}个单位，已由<span class="document">${by}</span>于${dayText(on)}撤回。理由：${reason}。该文编发的证书不再有效，与各单位无关。`,
  ]),
)}`

/** What came of objections, for good; nothing of who objected. */
const objectionResults = (results: readonly PublicObjectionResult[]): Html =>
  results.length === 0
    ? html``
    : html`<h2>异议核查结果</h2>
${factList(
  results.map(({ unitName = '整份名单', outcome: found, text, publishedOn }) => [
    unitName,
    html`<strong>${OBJECTION_OUTCOME_NAMES[found]}</strong>（${dayText(publishedOn)}公布）：${text}`,
  ]),
)}`

/** Once the window is over, each unit that stood here says what became of it. */
const tells = ({ status, entries }: PublicNotice): boolean =>
  status !== 'on-notice' && entries.some(({ outcome }) => outcome !== undefined && outcome !== 'pending')

function outcomeText({
  outcome = 'pending',
  outcomeOn,
  outcomeReason,
  namedAs,
}: PublicNotice['entries'][number]): string {
  switch (outcome) {
    case 'named':
      return namedAs === undefined ? '已命名' : `已命名，现名“${namedAs}”`
    case 'removed':
      return `${outcomeOn === undefined ? '' : dayText(outcomeOn)}撤下，不予命名`
    case 'passed-over':
      return outcomeReason === undefined ? '未予命名' : `未予命名：${outcomeReason}`
    case 'set-aside':
      return outcomeReason ?? '暂缓命名'
    case 'pending':
      return '待命名'
    default:
      return unreachable(outcome)
  }
}

/** How many of those that stood on notice are not named, and how. */
function notNamed({ entries }: PublicNotice): string {
  const count = (which: 'removed' | 'passed-over' | 'set-aside') =>
    entries.filter(({ outcome }) => outcome === which).length
  const removed = count('removed')
  const passedOver = count('passed-over')
  const setAside = count('set-aside')
  return [
    ...(removed === 0 ? [] : [`公示后撤下${removed}个`]),
    ...(passedOver === 0 ? [] : [`未予命名${passedOver}个`]),
    ...(setAside === 0 ? [] : [`异议核查未了、暂缓命名${setAside}个`]),
  ].join('，')
}

/** The one question that this page is for, answered in its first line: may I object, until when, how. */
function mayIObject(frame: Frame, notice: PublicNotice, calendar: WorkingCalendar, takesObjections: boolean): Html {
  const { today, links } = frame
  const phase = noticePhase(notice, today)
  switch (phase) {
    case 'before':
      return html`<div class="lead off"><p><strong>公示尚未开始</strong>，自${shortDate(notice.startsOn, today)}起可以提出异议，截至${untilWhen(notice, today, calendar)}。</p><p>方式：${notice.contact}</p></div>`
    case 'open':
      return html`<div class="lead"><p><strong>可以提出异议</strong>：截至${untilWhen(notice, today, calendar)}。</p>${takesObjections ? html`<p><a class="act" href="${links.to(`/notices/${notice.batchId}/object`)}">网上提出异议</a>　<a href="${links.to('/objections')}">查询办理情况</a></p>` : ''}<p>${takesObjections ? '来信、来电' : '方式'}：${notice.contact}</p></div>`
    case 'over':
      return html`<div class="lead off"><p><strong>公示已结束，不再受理异议</strong>（截至${dayText(notice.endsOn)} 24:00）。</p></div>`
    case 'named':
      return html`<div class="lead seal"><p><strong>公示已结束，并已命名</strong>（异议截至${dayText(notice.endsOn)} 24:00）。</p></div>`
    default:
      return unreachable(phase)
  }
}

function outcome({ links, today }: Frame, notice: PublicNotice): Html {
  const phase = noticePhase(notice, today)
  switch (phase) {
    case 'before':
    case 'open':
      return html`<p>公示期满后公布。</p>`
    case 'over':
      return html`<p>公示期已满，命名决定尚未公布。</p>`
    case 'named':
      return html`${factList([
        [
          '命名决定',
          notice.documentNumber === undefined
            ? undefined
            : html`<span class="document">${notice.documentNumber}</span>`,
        ],
        ['命名日期', notice.namedOn === undefined ? undefined : dayText(notice.namedOn)],
        [
          '命名单位',
          `${notice.namedCount}个${isBeingNamed(notice) ? `（共${notice.unitCount}个，证书正在逐一编发）` : `（公示名单共${notice.unitCount}个）`}`,
        ],
        ['其余单位', notNamed(notice) === '' ? undefined : notNamed(notice)],
      ])}
<p><a href="${links.to('/titles', { batch: notice.batchId })}">查看本批称号和证书编号</a></p>`
    default:
      return unreachable(phase)
  }
}

/** The decision is made and not every unit has its certificate yet. Notices from before this was said count their units. */
const isBeingNamed = ({ complete, namedCount, unitCount }: PublicNotice): boolean =>
  complete === undefined ? namedCount < unitCount : !complete
