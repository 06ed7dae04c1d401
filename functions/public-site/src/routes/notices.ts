import { BatchId } from '@anjie/contracts/vocabulary/ids'
import type { Hono } from 'hono'
import { noticePage } from '../pages/notice.ts'
import { noticesPage } from '../pages/notices.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 公示: the list, and each notice with what became of it. */
export function noticeRoutes(site: Hono<SiteEnvironment>, { data, show, missing, calendar }: Answers): void {
  site.get('/notices', async (c) => {
    const notices = await data.notices()
    return show(c, (frame) => noticesPage(frame, notices))
  })

  site.get('/notices/:batchId', async (c) => {
    const batchId = BatchId.safeParse(c.req.param('batchId'))
    const notice = batchId.success ? await data.findNotice(batchId.data) : undefined
    if (notice === undefined) return missing(c)
    const reckoned = calendar ?? (await data.calendarOf(notice.province))
    return show(c, (frame) => noticePage(frame, notice, reckoned))
  })
}
