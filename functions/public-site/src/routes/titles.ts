import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
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

  site.get('/units/:titleId', async (c) => {
    const titleId = TitleId.safeParse(c.req.param('titleId'))
    const found = titleId.success ? await data.findTitle(titleId.data) : undefined
    if (found === undefined) return missing(c)
    const { title } = found
    const others = (await (await data.catalogue()).ofCounty(title.county)).filter(
      (other) =>
        other.titleId !== title.titleId &&
        other.unitKind === title.unitKind &&
        unitNameKey(other.unitName, other.unitKind) === unitNameKey(title.unitName, title.unitKind) &&
        unitNameKey(other.townshipName ?? '', 'township') === unitNameKey(title.townshipName ?? '', 'township'),
    )
    return show(c, (frame) => unitPage(frame, { ...found, others }))
  })
}
