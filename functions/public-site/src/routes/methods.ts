import { SchemeId } from '@anjie/contracts/vocabulary/ids'
import type { Hono } from 'hono'
import { methodPage } from '../pages/method.ts'
import { methodsPage } from '../pages/methods.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

/** 考评办法. */
export function methodRoutes(site: Hono<SiteEnvironment>, { data, show, missing }: Answers): void {
  site.get('/methods', async (c) => {
    const methods = await data.methods()
    return show(c, (frame) => methodsPage(frame, methods))
  })

  site.get('/methods/:schemeId', async (c) => {
    const schemeId = SchemeId.safeParse(c.req.param('schemeId'))
    const found = schemeId.success ? await data.findMethod(schemeId.data) : undefined
    return found === undefined ? missing(c) : show(c, (frame) => methodPage(frame, found))
  })
}
