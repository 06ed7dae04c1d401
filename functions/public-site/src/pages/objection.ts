import { dayText } from '@anjie/calendar-cn/plainDays'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import { MAX_OBJECTION_BYTES, MAX_OBJECTION_FILES } from '@anjie/contracts/vocabulary/objections/objection'
import type { PublicNotice, PublicObjectionStatus } from '@anjie/contracts/vocabulary/publicRecords'
import { USUAL_OBJECTION_DAYS } from '@anjie/domain/notices/objectionDays'
import { MATERIAL_KEPT } from '@anjie/domain/objections/material'
import { OBJECTION_OUTCOME_NAMES } from '@anjie/domain/objections/objectionTransitions'
import { printStatusCode } from '@anjie/domain/objections/receipt'
import { html } from 'hono/html'
import { untilWhen } from '../noticeTiming.ts'
import type { FieldFaults, TypedFields } from '../objections/readObjection.ts'
import type { Sent } from '../objections/sendObjection.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { factList } from './parts.ts'

const answeredWithin = ({ objectionWorkingDays = USUAL_OBJECTION_DAYS }: PublicNotice): string =>
  `${objectionWorkingDays}个工作日`

const unitAt = ({ entries }: PublicNotice, unit: string): PublicNotice['entries'][number] | undefined =>
  unit === '' ? undefined : entries[Number(unit) - 1]

/** 提出异议: a form that works without script, on any telephone. */
export const objectionFormPage = (
  frame: Frame,
  notice: PublicNotice,
  calendar: WorkingCalendar,
  typed: TypedFields,
  faults: FieldFaults = {},
): PageContent => ({
  title: '提出异议',
  main: html`
<p>针对：<a href="${frame.links.to(`/notices/${notice.batchId}`)}">${notice.name}</a></p>
<div class="lead"><p>异议截至${untilWhen(notice, frame.today, calendar)}提出，以本站收到的时间为准。</p></div>
${Object.keys(faults).length === 0 ? '' : html`<div class="lead stop" role="alert"><p><strong>还没有提交</strong>：请改正下面标出的栏目；附件需要重新选择。</p></div>`}
<form class="objection" method="post" enctype="multipart/form-data" action="${frame.links.to(`/notices/${notice.batchId}/objections`)}">
<input type="hidden" name="ticket" value="${typed.ticket}">
${unitField(notice, typed, faults)}
<fieldset><legend>是否署名</legend>
<label class="choice"><input type="radio" name="who" value="named"${typed.who === 'anonymous' ? '' : html` checked`}> 署名：核查后在${answeredWithin(notice)}内答复</label>
<label class="choice"><input type="radio" name="who" value="anonymous"${typed.who === 'anonymous' ? html` checked` : ''}> 匿名：作为线索核查，不负答复义务；姓名、联系方式和附件不会收下</label>
</fieldset>
${field('name', '姓名或单位名称（署名的填写）', typed.name, faults.name, 40)}
${field('contact', '一种联系方式（署名的填写，如电话或地址）', typed.contact, faults.contact, 60)}
<label for="text">异议事项</label>
<p class="hint" id="text-hint">写明哪个单位、哪件事、能够核实的线索。不要写身份证号码。</p>
${faultText('text', faults.text)}
<textarea id="text" name="text" rows="8" maxlength="2000" required aria-describedby="text-hint${faults.text === undefined ? '' : ' text-fault'}">${typed.text}</textarea>
<label for="files">附件（可以不交，只收署名的）</label>
<p class="hint" id="files-hint">PDF、JPG或PNG，最多${MAX_OBJECTION_FILES}个，合计不超过${MAX_OBJECTION_BYTES / 1_000_000}MB。</p>
${faultText('files', faults.files)}
<input type="file" id="files" name="files" multiple accept=".pdf,.jpg,.jpeg,.png" aria-describedby="files-hint">
<p><button type="submit">提交异议</button></p>
</form>
<h2>您的信息怎样处理</h2>
${factList([
  ['谁保存', `负责核查的一级（被反映单位的上级）；${notice.issuer}主办`],
  ['为什么', '只用于核查本次异议和答复您'],
  ['收什么', '姓名、一种联系方式、异议事项和附件，不收身份证号码；本站不记录您的网络地址'],
  ['谁能看', '只有负责核查的人员；不转给被反映的单位和它所在的县'],
  ['存多久', `自收到之日起${MATERIAL_KEPT}，到期由系统自动删除`],
  ['您的权利', `可以查询、更正：${notice.contact}`],
])}
<p>核查结果将隐去个人信息后在公示页公布。捏造事实的，依法承担责任。</p>`,
})

function unitField(notice: PublicNotice, { unit }: TypedFields, faults: FieldFaults): Html {
  const chosen = unitAt(notice, unit)
  if (chosen !== undefined)
    return html`<input type="hidden" name="unit" value="${unit}"><p>对哪个单位：<strong>${chosen.unitName}</strong>（${chosen.cityName} ${chosen.countyName} ${chosen.townshipName ?? ''}）</p>`
  return html`<label for="unit">对哪个单位</label>
${faultText('unit', faults.unit)}
<select id="unit" name="unit"><option value="">整份名单</option>${notice.entries.map(
    (entry, at) =>
      html`<option value="${at + 1}">${entry.countyName} ${entry.townshipName ?? ''} ${entry.unitName}</option>`,
  )}</select>`
}

const field = (id: string, label: string, value: string, fault: string | undefined, most: number): Html => html`
<label for="${id}">${label}</label>
${faultText(id, fault)}
<input type="text" id="${id}" name="${id}" value="${value}" maxlength="${most}" autocomplete="off"${fault === undefined ? '' : html` aria-invalid="true" aria-describedby="${id}-fault"`}>`

const faultText = (id: string, fault: string | undefined): Html =>
  fault === undefined ? html`` : html`<p class="stop" id="${id}-fault">${fault}</p>`

/** 收到: number and code, shown this one time. */
export const objectionReceiptPage = (
  frame: Frame,
  notice: PublicNotice,
  { number, code }: Sent,
  unitName: string | undefined,
  anonymous: boolean,
): PageContent => ({
  title: '异议已收到',
  main: html`
<div class="lead"><p><strong>请记下受理编号和查询码</strong>，凭这两项查询办理情况。查询码只显示这一次，本站不再保存。</p></div>
${factList([
  ['受理编号', html`<span class="exact receipt">${number}</span>`],
  ['查询码', html`<span class="exact receipt">${printStatusCode(code)}</span>`],
  ['公示名单', notice.name],
  ['所涉单位', unitName ?? '整份名单'],
  ['办理期限', anonymous ? '作为线索核查，不负答复义务' : `自收到次日起${answeredWithin(notice)}内答复`],
])}
<p>核查期间，该单位暂缓命名，名单上的其他单位不受影响。约一分钟后可以查询。</p>
<p><a href="${frame.links.to('/objections')}">查询办理情况</a></p>`,
})

export const objectionClosedPage = (
  frame: Frame,
  notice: PublicNotice,
  why: 'early' | 'over' | 'enough',
): PageContent => ({
  title: '不能提交异议',
  main: html`
<div class="lead stop" role="alert"><p><strong>${CLOSED[why]}</strong></p></div>
${why === 'enough' ? html`<p>请过一小时再试，或者用公示页所列的方式提出：${notice.contact}</p>` : html`<p>公示期为${dayText(notice.startsOn)}至${dayText(notice.endsOn)} 24:00。期满后的情况反映，请联系：${notice.contact}</p>`}
<p><a href="${frame.links.to(`/notices/${notice.batchId}`)}">回公示页</a></p>`,
})

const CLOSED = {
  early: '公示尚未开始',
  over: '公示已结束，不再受理异议',
  enough: '提交过于频繁，这一次没有收下',
} as const

/** 异议查询: number and code, sent in the body and never in an address. */
export const objectionStatusPage = (
  frame: Frame,
  asked: { readonly number: string; readonly code: string } | undefined,
  found: PublicObjectionStatus | undefined,
): PageContent => ({
  title: '异议查询',
  main: html`
${asked === undefined ? '' : found === undefined ? html`<div class="lead stop" role="alert"><p><strong>没有查到</strong>：请核对受理编号和查询码。刚提交的约一分钟后可查；材料到期删除后不能再查。</p></div>` : statusOf(frame, found)}
<form class="objection" method="post" action="${frame.links.to('/objections')}">
<label for="number">受理编号</label>
<input type="text" id="number" name="number" value="${found === undefined ? (asked?.number ?? '') : ''}" maxlength="40" autocomplete="off" required>
<label for="code">查询码</label>
<input type="text" id="code" name="code" value="" maxlength="40" autocomplete="off" required>
<p class="hint">大小写、空格和短横线都可以；提交异议时页面上显示过这两项。</p>
<p><button type="submit">查询</button></p>
</form>`,
})

const STEPS = ['接收', '调查', '答复', '公布'] as const
const DONE = { received: 0, investigating: 1, answered: 3, published: 4 } as const
const STATUS_WORDS = {
  received: '已收到，待接收',
  investigating: '调查中',
  answered: '已答复，结果待公布',
  published: '已办结，结果已公布',
} as const

function statusOf({ links }: Frame, status: PublicObjectionStatus): Html {
  return html`<div class="lead"><p><strong>${STATUS_WORDS[status.status]}</strong></p></div>
<ol class="steps">${STEPS.map((step, at) => html`<li class="${at < DONE[status.status] ? 'good' : 'off'}">${at < DONE[status.status] ? '✓' : '○'} ${step}</li>`)}</ol>
${factList([
  ['受理编号', html`<span class="exact">${status.number}</span>`],
  ['公示名单', html`<a href="${links.to(`/notices/${status.batchId}`)}">${status.batchName}</a>`],
  ['所涉单位', status.unitName ?? '整份名单'],
  ['收到日期', dayText(status.receivedOn)],
  ['核查期限', status.answeredOn !== undefined || status.dueOn === undefined ? undefined : dayText(status.dueOn)],
  ['署名', status.anonymous ? '匿名（作为线索核查）' : '署名'],
  ['结论', status.outcome === undefined ? undefined : OBJECTION_OUTCOME_NAMES[status.outcome]],
  ['答复', status.answer],
  ['答复日期', status.answeredOn === undefined ? undefined : dayText(status.answeredOn)],
  ['公布日期', status.publishedOn === undefined ? undefined : dayText(status.publishedOn)],
  ['材料保存至', dayText(status.keptUntil)],
])}`
}
