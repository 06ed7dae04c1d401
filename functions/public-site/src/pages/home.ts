import type { PublicNoticeSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import type { Frame, Html, PageContent } from '../page.ts'
import { noticeTable } from './notices.ts'
import { searchForm } from './parts.ts'

export interface HomeData {
  /** Newest first. */
  readonly notices: readonly PublicNoticeSummary[]
  readonly titleCount: number
  readonly openNoticeCount: number
}

const NEWEST = 5

export const homePage = (frame: Frame, { notices, titleCount, openNoticeCount }: HomeData): PageContent => ({
  title: '平安建设荣誉公开',
  main: html`
<p>查村（社区）、乡镇（街道）、医院、学校、派出所、司法所等基层单位获得的平安建设称号，看正在公示的名单，核对证书真伪。</p>
${searchForm(frame, '')}
<ul class="figures"><li>已公开称号 <b>${titleCount}</b> 个</li><li>正在公示 <b>${openNoticeCount}</b> 批</li></ul>
${latest(frame, notices)}
<h2>核对证书</h2>
<p>手里有证书？<a href="${frame.links.to('/certificates')}">输入证书编号核验</a>。</p>`,
})

const latest = (frame: Frame, notices: readonly PublicNoticeSummary[]): Html => html`
<h2>最新公示</h2>
${
  notices.length === 0
    ? html`<p>目前没有公示。</p>`
    : html`${noticeTable(frame, '按开始日期，新的在前', notices.slice(0, NEWEST))}<p><a href="${frame.links.to('/notices')}">全部公示</a></p>`
}`
