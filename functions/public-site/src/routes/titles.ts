import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Hono } from 'hono'
import { pageOf, TITLES_PER_PAGE, titlesPage } from '../pages/titles.ts'
import { unitPage } from '../pages/unit.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 称号查询 and the page of one unit. */
export function titleRoutes(site: Hono<SiteEnvironment>, { data, show, missing, search }: Answers): void {
  site.get('/titles', async (c) => {
    const { query, result, pageNumber } = await search(c)
    const place = pageOf(result.total, pageNumber)
    const shown = await result.slice(place.from, TITLES_PER_PAGE)
    return show(c, (frame) => titlesPage(frame, query, { ...result, shown, ...place }))
  })

  // By a unit's number or by that of one of its titles: both have the same form, and neither is the other's.
  site.get('/units/:id', async (c) => {
    const id = TitleId.safeParse(c.req.param('id'))
    const found = id.success ? await data.findUnit(id.data) : undefined
    return found === undefined ? missing(c) : show(c, (frame) => unitPage(frame, found))
  })
}
