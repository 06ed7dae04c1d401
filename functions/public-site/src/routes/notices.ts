import { BatchId } from '@anjie/contracts/vocabulary/ids'
import type { Hono } from 'hono'
import { noticePage } from '../pages/notice.ts'
import { noticesPage } from '../pages/notices.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 公示: the list, and each notice with what became of it. */
export function noticeRoutes(site: Hono<SiteEnvironment>, { data, show, missing, calendar, sender }: Answers): void {
  site.get('/notices', async (c) => {
    const notices = await data.notices()
    return show(c, (frame) => noticesPage(frame, notices))
  })

  site.get('/notices/:batchId', async (c) => {
    const batchId = BatchId.safeParse(c.req.param('batchId'))
    const found = batchId.success ? await data.findNotice(batchId.data) : undefined
    if (found === undefined) return missing(c)
    const { notice, results } = found
    const reckoned = calendar ?? (await data.calendarOf(notice.province))
    return show(c, (frame) => noticePage(frame, notice, results, reckoned, sender !== undefined))
  })
}
