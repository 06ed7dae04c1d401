import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import type { Hono } from 'hono'
import { titlesPage } from '../pages/titles.ts'
import { unitPage } from '../pages/unit.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 称号查询 and the page of one unit. */
export function titleRoutes(site: Hono<SiteEnvironment>, { data, show, missing, search }: Answers): void {
  site.get('/titles', async (c) => {
    const { query, result, pageNumber } = await search(c)
    return show(c, (frame) => titlesPage(frame, query, result, pageNumber))
  })

  site.get('/units/:titleId', async (c) => {
    const titleId = TitleId.safeParse(c.req.param('titleId'))
    const found = titleId.success ? await data.findTitle(titleId.data) : undefined
    if (found === undefined) return missing(c)
    const { title } = found
    const others = (await data.catalogue()).titles.filter(
      (other) =>
        other.titleId !== title.titleId &&
        other.county === title.county &&
        other.unitKind === title.unitKind &&
        unitNameKey(other.unitName, other.unitKind) === unitNameKey(title.unitName, title.unitKind) &&
        unitNameKey(other.townshipName ?? '', 'township') === unitNameKey(title.townshipName ?? '', 'township'),
    )
    return show(c, (frame) => unitPage(frame, { ...found, others }))
  })
}
