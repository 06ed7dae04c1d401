import { dayText } from '@anjie/calendar-cn/plainDays'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { PublicCounts } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import type { Frame, Html, PageContent } from '../page.ts'
import { fictionMark } from './parts.ts'

/** 户数公布: of what is only counted. No household is named anywhere. */
export const countsPage = (_frame: Frame, counts: readonly PublicCounts[]): PageContent => ({
  title: '平安家庭户数',
  main:
    counts.length === 0
      ? html`<p>目前没有公布的户数。</p>`
      : html`<p>平安家庭只公布户数，不公布户主姓名和住址；户数很少、可能认出住户的乡镇（街道）不单列户数，计入全县合计。</p>
${counts.map(countyPart)}`,
})

const countyPart = (counts: PublicCounts): Html => html`
<h2>${counts.cityName}${counts.countyName}${counts.year}年${counts.honourName}${fictionMark(provinceCodeOf(counts.county))}</h2>
<p>全县共${counts.households}户，其中创建户${counts.families}户。${dayText(counts.publishedOn)}公布，文号${counts.documentNumber}。</p>
<table role="table">
<caption>按乡镇（街道），共${counts.townships.length}个</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">乡镇（街道）</th><th scope="col" role="columnheader">总户数</th><th scope="col" role="columnheader">创建户数</th></tr></thead>
<tbody role="rowgroup">${counts.townships.map(
  ({ name, households, families }) =>
    html`<tr role="row"><th scope="row" role="rowheader">${name}</th><td role="cell" data-label="总户数">${households}</td><td role="cell" data-label="创建户数">${families ?? '不单列'}</td></tr>
`,
)}</tbody>
</table>`
