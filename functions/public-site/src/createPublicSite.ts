import { beijingDay } from '@anjie/kernel'
import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { noticePhase } from './noticeTiming.ts'
import { page } from './page.ts'
import { aboutPage } from './pages/about.ts'
import { homePage } from './pages/home.ts'
import { failurePage } from './pages/problems.ts'
import { createAnswers } from './routes/answers.ts'
import { certificateRoutes } from './routes/certificates.ts'
import { countsRoutes } from './routes/counts.ts'
import { dutyCoverageRoutes } from './routes/dutyCoverage.ts'
import { feedRoutes } from './routes/feed.ts'
import { listingRoutes } from './routes/listings.ts'
import { logRoutes } from './routes/log.ts'
import { STYLE_MAX_AGE } from './routes/maxAge.ts'
import { methodRoutes } from './routes/methods.ts'
import { noticeRoutes } from './routes/notices.ts'
import { objectionRoutes } from './routes/objections.ts'
import { openDataRoutes } from './routes/openData.ts'
import { titleRoutes } from './routes/titles.ts'
import type { PublicSiteOptions, SiteEnvironment } from './siteOptions.ts'
import { STYLESHEET } from './stylesheet.ts'

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
} as const

/** The public site: anonymous, server-rendered, no script and no cookie. It reads only what is published; what it takes in it cannot read again. */
export function createPublicSite({
  reader,
  publicOrigin,
  now,
  calendar,
  sender,
  onAnswered = () => {},
  onFailure = () => {},
}: PublicSiteOptions): Hono<SiteEnvironment> {
  const answers = createAnswers({
    reader,
    publicOrigin,
    now,
    ...(calendar === undefined ? {} : { calendar }),
    ...(sender === undefined ? {} : { sender }),
  })
  const { data, frameOf, show, missing } = answers
  const site = new Hono<SiteEnvironment>()

  site.use(async (c, next) => {
    const begun = performance.now()
    c.set('correlationId', c.env?.requestContext?.requestId ?? crypto.randomUUID())
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    onAnswered({
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - begun),
      correlationId: c.get('correlationId'),
    })
  })

  site.get('/', async (c) => {
    const [notices, catalogue] = await Promise.all([data.notices(), data.catalogue()])
    const today = beijingDay(now())
    const openNoticeCount = notices.filter((notice) => noticePhase(notice, today) === 'open').length
    return show(c, (frame) => homePage(frame, { notices, titleCount: catalogue.total, openNoticeCount }))
  })

  titleRoutes(site, answers)
  noticeRoutes(site, answers)
  objectionRoutes(site, answers)
  certificateRoutes(site, answers)
  methodRoutes(site, answers)
  countsRoutes(site, answers)
  listingRoutes(site, answers)
  dutyCoverageRoutes(site, answers)
  openDataRoutes(site, answers)
  logRoutes(site, answers)
  feedRoutes(site, answers)

  site.get('/about', async (c) => {
    const { counted } = await data.catalogue()
    return show(c, (frame) => aboutPage(frame, counted))
  })

  site.get('/style.css', (c) =>
    c.body(STYLESHEET, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${STYLE_MAX_AGE}`,
    }),
  )

  site.get('/healthz', async (c) => {
    await data.demoProvince()
    return c.json({ ok: true }, 200, { 'cache-control': 'no-store' })
  })

  site.notFound(missing)

  site.onError((error, c) => {
    const correlationId = c.get('correlationId') ?? crypto.randomUUID()
    onFailure(error, correlationId)
    const frame = frameOf(c, undefined)
    c.header('cache-control', 'no-store')
    return c.html(page(frame, failurePage(frame, correlationId)), 500)
  })

  return site
}
