import { dayText } from '@anjie/calendar-cn/plainDays'
import { FACTS } from '@anjie/contracts/facts/facts'
import { TitleLevel } from '@anjie/contracts/vocabulary/honours/honourType'
import { TitleStatus } from '@anjie/contracts/vocabulary/honours/title'
import { LOG_PAGE_LINES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { TITLE_LEVEL_NAMES, TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import { beijingDay } from '@anjie/kernel'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Frame, Html } from '../page.ts'

/** What of a line of the public log is told of a title; whoever wants every field reads the line itself. */
const TitleLine = z.object({
  at: z.string(),
  type: z.enum(Object.keys(FACTS) as [keyof typeof FACTS, ...(keyof typeof FACTS)[]]),
  title: z.string(),
  status: TitleStatus,
  honour: z.string(),
  level: TitleLevel,
  year: z.int(),
  city: z.string(),
  county: z.string(),
  township: z.string().nullable(),
  unit: z.string(),
  documentNumber: z.string().nullable(),
  takenBack: z.object({ documentNumber: z.string(), reason: z.string() }).optional(),
  revoked: z.object({ documentNumber: z.string(), grounds: z.string() }).optional(),
  restored: z.object({ reason: z.string() }).optional(),
  deregistered: z.object({ reason: z.string() }).optional(),
})
type TitleLine = z.infer<typeof TitleLine>

/** 数据变更: one step of one title, with the line of the public log by which it was published. */
export interface DataChange extends TitleLine {
  readonly line: number
}

/** The changes of titles on a page of the log, in its order. */
export const changesOn = (page: number, lines: readonly string[]): readonly DataChange[] =>
  lines.flatMap((line, at) => {
    const read = TitleLine.safeParse(JSON.parse(line))
    return read.success ? [{ ...read.data, line: page * LOG_PAGE_LINES + at + 1 }] : []
  })

/** By which paper, and what for: a revocation has its own. */
function basisOf({ type, documentNumber, revoked, takenBack }: DataChange): string {
  if (type === 'TitleRevoked') return revoked?.documentNumber ?? ''
  if (type === 'TitleTakenBack') return takenBack?.documentNumber ?? ''
  return documentNumber ?? ''
}

function reasonOf({ type, revoked, takenBack, restored, deregistered }: DataChange): string {
  switch (type) {
    case 'TitleRevoked':
      return revoked?.grounds ?? ''
    case 'TitleTakenBack':
      return takenBack?.reason ?? ''
    case 'TitleRestored':
      return restored?.reason ?? ''
    case 'TitleDeregistered':
      return deregistered?.reason ?? ''
    default:
      return ''
  }
}

interface ChangeColumn {
  readonly field: string
  readonly name: string
  readonly value: (change: DataChange) => string
}

export const CHANGE_COLUMNS: readonly ChangeColumn[] = [
  { field: 'line', name: '日志行', value: ({ line }) => String(line) },
  { field: 'on', name: '日期', value: ({ at }) => beijingDay(at) },
  { field: 'change', name: '变更', value: ({ type }) => FACTS[type].name },
  { field: 'titleId', name: '编号', value: ({ title }) => title },
  { field: 'cityName', name: '市', value: ({ city }) => city },
  { field: 'countyName', name: '县（市、区）', value: ({ county }) => county },
  { field: 'townshipName', name: '乡镇（街道）', value: ({ township }) => township ?? '' },
  { field: 'unitName', name: '单位', value: ({ unit }) => unit },
  { field: 'honourName', name: '称号', value: ({ honour }) => honour },
  { field: 'level', name: '级别', value: ({ level }) => TITLE_LEVEL_NAMES[level] },
  { field: 'year', name: '年度', value: ({ year }) => String(year) },
  { field: 'state', name: '变更后状态', value: ({ status }) => TITLE_STATUS_NAMES[status] },
  { field: 'documentNumber', name: '文号', value: basisOf },
  { field: 'reason', name: '理由', value: reasonOf },
]

export const changeRows = (changes: readonly DataChange[]): readonly (readonly string[])[] => [
  CHANGE_COLUMNS.map(({ name }) => name),
  ...changes.map((change) => CHANGE_COLUMNS.map(({ value }) => value(change))),
]

export const changeObjects = (changes: readonly DataChange[]): readonly Record<string, string>[] =>
  changes.map((change) => Object.fromEntries(CHANGE_COLUMNS.map(({ field, value }) => [field, value(change)])))

/** So many parts the log's lines make: a part is a page of it, and a full one is never another. */
export const changeParts = (size: number): number => Math.max(1, Math.ceil(size / LOG_PAGE_LINES))

const SHOWN = 10

/** 数据变更 on the page of open data: the newest ones, and all of them as files. */
export function aboutChanges({ links }: Frame, size: number, newest: readonly DataChange[]): Html {
  const parts = changeParts(size)
  const file = (path: '/open-data/changes.csv' | '/open-data/changes.json', name: string) =>
    html`<a href="${links.to(path)}">${parts === 1 ? name : `${name}第${parts}部分（最新）`}</a>`
  return html`<h2 id="changes">数据变更</h2>
<p>哪个称号在哪天因为哪份文件发生了什么变更，与公开日志的各行一致；导入的其他名单不在其中。</p>
<ul>
<li>${file('/open-data/changes.csv', '变更表格（CSV）')}</li>
<li>${file('/open-data/changes.json', '变更数据（JSON）')}</li>
</ul>
${parts === 1 ? '' : html`<p>共${parts}部分，加参数 <code>page</code> 取其中一部分，第1部分最早；每部分末行写明是第几部分。</p>`}
${
  newest.length === 0
    ? ''
    : html`<table role="table">
<caption>最近的变更</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">日期</th><th scope="col" role="columnheader">单位</th><th scope="col" role="columnheader">称号</th><th scope="col" role="columnheader">变更</th><th scope="col" role="columnheader">文号</th></tr></thead>
<tbody role="rowgroup">${newest
        .slice(-SHOWN)
        .toReversed()
        .map(
          (change) =>
            html`<tr role="row"><th scope="row" role="rowheader">${dayText(beijingDay(change.at))}</th><td role="cell" data-name="单位"><a href="${links.to(`/units/${change.title}`)}">${change.county}${change.township ?? ''}${change.unit}</a></td><td role="cell" data-name="称号">${TITLE_LEVEL_NAMES[change.level]}${change.honour}</td><td role="cell" data-name="变更">${FACTS[change.type].name}</td><td role="cell" data-name="文号">${basisOf(change)}</td></tr>
`,
        )}</tbody>
</table>`
}`
}
