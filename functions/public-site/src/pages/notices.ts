import type { PublicNoticeSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { html } from 'hono/html'
import { noticePhase, PHASE_WORDS, period } from '../noticeTiming.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { fictionMark, stateMark } from './parts.ts'

/** 级别 and, below the province, whose. */
export const namedBy = ({ level = 'province', by }: Pick<PublicNoticeSummary, 'level' | 'by'>): string =>
  by === undefined ? TITLE_LEVEL_NAMES[level] : `${TITLE_LEVEL_NAMES[level]}（${by}）`

export const noticeTable = (
  { links, today }: Frame,
  caption: string,
  notices: readonly PublicNoticeSummary[],
): Html => html`
<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">名单</th><th scope="col" role="columnheader">级别</th><th scope="col" role="columnheader">公示期</th><th scope="col" role="columnheader">单位数</th><th scope="col" role="columnheader">状态</th></tr></thead>
<tbody role="rowgroup">${notices.map(
  (
    notice,
  ) => html`<tr role="row"><th scope="row" role="rowheader"><a href="${links.to(`/notices/${notice.batchId}`)}">${notice.name}</a>${fictionMark(notice.province)}</th><td role="cell" data-label="级别">${namedBy(notice)}</td><td role="cell" data-label="公示期">${period(notice)}</td><td role="cell" data-label="单位数">${notice.unitCount}</td><td role="cell" data-label="状态">${stateMark(PHASE_WORDS[noticePhase(notice, today)])}</td></tr>
`,
)}</tbody>
</table>`

export const noticesPage = (frame: Frame, notices: readonly PublicNoticeSummary[]): PageContent => ({
  title: '拟命名公示',
  main:
    notices.length === 0
      ? html`<p>目前没有公示。</p>`
      : html`<p>公示期内，任何单位和个人都可以对名单提出异议；怎样提出，见各公示页第一行。</p>
${noticeTable(frame, `共${notices.length}批，按开始日期，新的在前`, notices)}`,
})
