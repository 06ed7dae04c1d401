import { beijingDay } from '@anjie/kernel'
import type { Hono } from 'hono'
import { listingsPage } from '../pages/listings.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 挂牌督办. */
export function listingRoutes(site: Hono<SiteEnvironment>, { data, now, show }: Answers): void {
  site.get('/listings', async (c) => {
    const listings = await data.listings()
    return show(c, () => listingsPage(listings, beijingDay(now())))
  })
}
