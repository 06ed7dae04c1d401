import { beijingDay } from '@anjie/kernel'
import type { Context } from 'hono'
import { readTitleQuery } from '../catalogue/filters.ts'
import { createLinks } from '../links.ts'
import { type Frame, type PageContent, page } from '../page.ts'
import { notFoundPage } from '../pages/problems.ts'
import { publicData } from '../publicData.ts'
import type { PublicSiteOptions, SiteEnvironment } from '../siteOptions.ts'
import { MISSING_MAX_AGE, PAGE_MAX_AGE } from './maxAge.ts'

/** What every route answers with: the published data, and a page in its frame with the headers of how long it stays. */
export type Answers = ReturnType<typeof createAnswers>

type SiteContext = Context<SiteEnvironment>

export function createAnswers({
  reader,
  publicOrigin,
  now,
  calendar,
  sender,
}: Pick<PublicSiteOptions, 'reader' | 'publicOrigin' | 'now' | 'calendar' | 'sender'>) {
  const data = publicData(reader, now)
  const frameOf = (c: SiteContext, demoProvince: string | undefined): Frame => {
    const { pathname, searchParams } = new URL(c.req.url)
    return {
      links: createLinks(pathname, searchParams),
      path: pathname,
      canonical: `${publicOrigin}${pathname}`,
      today: beijingDay(now()),
      demoProvince,
    }
  }
  const show = async (c: SiteContext, content: (frame: Frame) => PageContent, status: 200 | 404 = 200) => {
    const frame = frameOf(c, await data.demoProvince())
    c.header('cache-control', `public, max-age=${status === 200 ? PAGE_MAX_AGE : MISSING_MAX_AGE}`)
    return c.html(page(frame, content(frame)), status)
  }
  /** For one visitor alone: no cache keeps it. */
  const showOnce = async (
    c: SiteContext,
    content: (frame: Frame) => PageContent,
    status: 200 | 400 | 404 | 409 | 429 = 200,
  ) => {
    const frame = frameOf(c, await data.demoProvince())
    c.header('cache-control', 'no-store')
    return c.html(page(frame, content(frame)), status)
  }
  const missing = (c: SiteContext) => show(c, notFoundPage, 404)
  const search = async (c: SiteContext, how?: 'whole') => {
    const { searchParams } = new URL(c.req.url)
    const query = readTitleQuery(searchParams)
    const wanted = Number(searchParams.get('page') ?? '1')
    return {
      query,
      result: await (await data.catalogue()).find(query, beijingDay(now()), how),
      pageNumber: Number.isInteger(wanted) && wanted > 0 ? wanted : 1,
    }
  }
  return { data, reader, frameOf, show, showOnce, missing, search, now, calendar, sender, publicOrigin }
}
