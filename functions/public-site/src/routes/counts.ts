import type { Hono } from 'hono'
import { countsPage } from '../pages/counts.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 平安家庭户数. */
export function countsRoutes(site: Hono<SiteEnvironment>, { data, show }: Answers): void {
  site.get('/counts', async (c) => {
    const counts = await data.counts()
    return show(c, (frame) => countsPage(frame, counts))
  })
}
