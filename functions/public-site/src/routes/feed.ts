import { beijingDay } from '@anjie/kernel'
import type { Hono } from 'hono'
import { feedOf } from '../pages/feed.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'
import { PAGE_MAX_AGE } from './maxAge.ts'

/** 订阅: notices and namings, for whoever wants to be told. */
export function feedRoutes(site: Hono<SiteEnvironment>, { data, now, publicOrigin }: Answers): void {
  site.get('/feed.xml', async (c) => {
    const [notices, demoProvince] = await Promise.all([data.notices(), data.demoProvince()])
    return c.body(feedOf(notices, { origin: publicOrigin, today: beijingDay(now()), demoProvince }), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': `public, max-age=${PAGE_MAX_AGE}`,
      'access-control-allow-origin': '*',
    })
  })
}
