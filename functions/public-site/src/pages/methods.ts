import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicMethodSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import type { Frame, Html, PageContent } from '../page.ts'
import { METHOD_STATES } from '../words.ts'
import { fictionMark, stateMark } from './parts.ts'

export const methodsPage = (frame: Frame, methods: readonly PublicMethodSummary[]): PageContent => ({
  title: '考评办法',
  main:
    methods.length === 0
      ? html`<p>目前没有公布的考评办法。</p>`
      : html`<p>考评什么、每项怎样计分、怎样定等。条文由系统按实际计分的规则生成，与计分一致。</p>
${years(methods).map((year) =>
  yearPart(
    frame,
    year,
    methods.filter((method) => method.year === year),
  ),
)}`,
})

const years = (methods: readonly PublicMethodSummary[]): readonly number[] => [
  ...new Set(methods.map(({ year }) => year)),
]

const yearPart = ({ links }: Frame, year: number, methods: readonly PublicMethodSummary[]): Html => html`
<h2>${year}年</h2>
<table role="table">
<caption>${year}年考评办法，共${methods.length}个</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">办法</th><th scope="col" role="columnheader">考评对象</th><th scope="col" role="columnheader">公布日期</th><th scope="col" role="columnheader">状态</th></tr></thead>
<tbody role="rowgroup">${methods.map(
  (
    method,
  ) => html`<tr role="row"><th scope="row" role="rowheader"><a href="${links.to(`/methods/${method.schemeId}`)}">${method.name}</a>${fictionMark(method.province)}</th><td role="cell" data-label="考评对象">${method.subject}</td><td role="cell" data-label="公布日期">${method.publishedOn === undefined ? '未注明' : dayText(method.publishedOn)}</td><td role="cell" data-label="状态">${stateMark(METHOD_STATES[method.status])}</td></tr>
`,
)}</tbody>
</table>`
