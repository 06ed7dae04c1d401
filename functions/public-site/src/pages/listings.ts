import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicListing } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import type { PageContent } from '../page.ts'
import { fictionMark, stateMark } from './parts.ts'

const STATES = {
  listed: { word: '挂牌中', shape: '◐', tone: 'due' },
  // What follows is decided by those who listed it, and is not for this page.
  over: { word: '期满未摘牌', shape: '■', tone: 'stop' },
  lifted: { word: '已摘牌', shape: '●', tone: 'good' },
} as const

const stateOf = ({ liftedOn, until }: PublicListing, today: string): keyof typeof STATES =>
  liftedOn !== undefined ? 'lifted' : until < today ? 'over' : 'listed'

/** 挂牌督办 as they were published, the newest first, and how each stands on a day. */
export const listingsPage = (listings: readonly PublicListing[], today: string): PageContent => ({
  title: '挂牌督办',
  main:
    listings.length === 0
      ? html`<p>目前没有公布的挂牌督办。</p>`
      : html`<p>按规定向社会公布的挂牌督办：文号、单位和期限。挂牌和摘牌在作出后五个工作日内公布。</p>
<table role="table">
<caption>挂牌督办，共${listings.length}件</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">单位</th><th scope="col" role="columnheader">文号</th><th scope="col" role="columnheader">下发单位</th><th scope="col" role="columnheader">期限</th><th scope="col" role="columnheader">公布日期</th><th scope="col" role="columnheader">状态</th></tr></thead>
<tbody role="rowgroup">${listings.map((listing) => {
          const { province, place, unitName, documentNumber, issuerName, on, until, publishedOn, liftedOn } = listing
          return html`<tr role="row"><th scope="row" role="rowheader">${place}${unitName}${fictionMark(province)}</th><td role="cell" data-label="文号">${documentNumber}</td><td role="cell" data-label="下发单位">${issuerName}</td><td role="cell" data-label="期限">${dayText(on)}至${dayText(until)}</td><td role="cell" data-label="公布日期">${dayText(publishedOn)}</td><td role="cell" data-label="状态">${stateMark(STATES[stateOf(listing, today)])}${liftedOn === undefined ? '' : `（${dayText(liftedOn)}）`}</td></tr>
`
        })}</tbody>
</table>`,
})
