import { dayText } from '@anjie/calendar-cn/plainDays'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { PublicDutyCoverage } from '@anjie/contracts/vocabulary/publicRecords'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { html } from 'hono/html'
import type { PageContent } from '../page.ts'
import { fictionMark } from './parts.ts'

/** 岗位覆盖 as counties published it: numbers and no name. */
export const dutyCoveragePage = (published: readonly PublicDutyCoverage[]): PageContent => {
  const rows = published.flatMap((county) =>
    DUTY_POST_KINDS.filter((kind) => county.kinds[kind].posts > 0).map((kind) => ({
      county,
      kind,
      of: county.kinds[kind],
    })),
  )
  return {
    title: '岗位覆盖',
    main:
      rows.length === 0
        ? html`<p>目前没有公布的岗位覆盖情况。</p>`
        : html`<p>县（市、区）公布的乡镇政法委员、村综治委员设岗和在任情况，不含姓名。</p>
<table role="table">
<caption>岗位覆盖情况，共${published.length}个县（市、区）</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">县（市、区）</th><th scope="col" role="columnheader">岗位</th><th scope="col" role="columnheader">应设</th><th scope="col" role="columnheader">在任</th><th scope="col" role="columnheader">空缺</th><th scope="col" role="columnheader">截至</th></tr></thead>
<tbody role="rowgroup">${rows.map(
            ({ county, kind, of }) =>
              html`<tr role="row"><th scope="row" role="rowheader">${county.place}${fictionMark(county.province)}</th><td role="cell" data-label="岗位">${POST_KINDS[kind].name}</td><td role="cell" data-label="应设">${of.units}</td><td role="cell" data-label="在任">${of.filled}</td><td role="cell" data-label="空缺">${of.vacant}</td><td role="cell" data-label="截至">${dayText(county.on)}</td></tr>
`,
          )}</tbody>
</table>`,
  }
}
