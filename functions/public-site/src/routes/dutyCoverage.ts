import type { Hono } from 'hono'
import { dutyCoveragePage } from '../pages/dutyCoverage.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 岗位覆盖. */
export function dutyCoverageRoutes(site: Hono<SiteEnvironment>, { data, show }: Answers): void {
  site.get('/duty-posts', async (c) => {
    const published = await data.dutyCoverage()
    return show(c, () => dutyCoveragePage(published))
  })
}
