import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import { BatchId, SchemeId, TitleId } from '@anjie/contracts/vocabulary/ids'
import { csvOf } from '@anjie/documents/csv'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { beijingDay, printableText } from '@anjie/kernel'
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { ORDER_IN_WORDS } from './catalogue/catalogue.ts'
import { filterTitles, readTitleQuery } from './catalogue/filters.ts'
import { MAX_TYPED, readSerial } from './certificateSerial.ts'
import { createLinks } from './links.ts'
import { noticePhase } from './noticeTiming.ts'
import { type Frame, type PageContent, page } from './page.ts'
import { aboutPage } from './pages/about.ts'
import { certificatePage, certificatesPage } from './pages/certificates.ts'
import { homePage } from './pages/home.ts'
import { methodPage } from './pages/method.ts'
import { methodsPage } from './pages/methods.ts'
import { noticePage } from './pages/notice.ts'
import { noticesPage } from './pages/notices.ts'
import { openDataPage, titleObjects, titleRows } from './pages/openData.ts'
import { failurePage, notFoundPage } from './pages/problems.ts'
import { titlesPage } from './pages/titles.ts'
import { unitPage } from './pages/unit.ts'
import { publicData } from './publicData.ts'
import type { PublicReader } from './publicReader.ts'
import { STYLESHEET } from './stylesheet.ts'
import { partNote, titleFiles } from './titleFiles.ts'

export interface PublicSiteOptions {
  readonly reader: PublicReader
  /** Where the site is to be found for good, without a slash at its end; canonical addresses begin with it. */
  readonly publicOrigin: string
  /** The current instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** Instead of the calendar that the province reckons by. */
  readonly calendar?: WorkingCalendar
  /** Told of every answered request; gets no query, because people search for names. */
  readonly onAnswered?: (answer: { route: string; status: number; milliseconds: number; correlationId: string }) => void
  readonly onFailure?: (error: unknown, correlationId: string) => void
}

export interface SiteEnvironment {
  Bindings: { requestContext?: { requestId?: string } }
  Variables: { correlationId: string }
}

/** Seconds. Together with the half minute in memory, nothing withdrawn is shown for more than a minute and a half. */
const PAGE_MAX_AGE = 60
/** What is not there now may be there in a moment. */
const MISSING_MAX_AGE = 5
const STYLE_MAX_AGE = 3600

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
} as const

/** The public site: anonymous, server-rendered, no script and no cookie. It can only read, and only what is published. */
export function createPublicSite({
  reader,
  publicOrigin,
  now,
  calendar,
  onAnswered = () => {},
  onFailure = () => {},
}: PublicSiteOptions): Hono<SiteEnvironment> {
  const data = publicData(reader, now)
  const site = new Hono<SiteEnvironment>()
  type SiteContext = Context<SiteEnvironment>

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
  const missing = (c: SiteContext) => show(c, notFoundPage, 404)
  const search = async (c: SiteContext) => {
    const { searchParams } = new URL(c.req.url)
    const query = readTitleQuery(searchParams)
    const wanted = Number(searchParams.get('page') ?? '1')
    return {
      query,
      result: filterTitles(await data.catalogue(), query, beijingDay(now())),
      pageNumber: Number.isInteger(wanted) && wanted > 0 ? wanted : 1,
    }
  }

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
    return show(c, (frame) => homePage(frame, { notices, titleCount: catalogue.titles.length, openNoticeCount }))
  })

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

  site.get('/notices', async (c) => {
    const notices = await data.notices()
    return show(c, (frame) => noticesPage(frame, notices))
  })

  site.get('/notices/:batchId', async (c) => {
    const batchId = BatchId.safeParse(c.req.param('batchId'))
    const notice = batchId.success ? await data.findNotice(batchId.data) : undefined
    if (notice === undefined) return missing(c)
    const reckoned = calendar ?? (await data.calendarOf(notice.province))
    return show(c, (frame) => noticePage(frame, notice, reckoned))
  })

  site.get('/certificates', (c) => show(c, certificatesPage))

  site.get('/certificates/check', async (c) => {
    const pasted = (c.req.query('serial') ?? '').trim().slice(0, MAX_TYPED)
    const typed = printableText(pasted)
    if (typed === '') return show(c, certificatesPage)
    const serial = readSerial(pasted)
    const title = serial === undefined ? undefined : await data.findCertificate(serial)
    const history = title === undefined ? undefined : await data.findTitle(title.titleId)
    const answer = await show(c, (frame) =>
      certificatePage(
        frame,
        { typed, serial },
        title === undefined ? undefined : { title, events: history?.events ?? [] },
      ),
    )
    if (title === undefined) answer.headers.set('cache-control', `public, max-age=${MISSING_MAX_AGE}`)
    return answer
  })

  site.get('/methods', async (c) => {
    const methods = await data.methods()
    return show(c, (frame) => methodsPage(frame, methods))
  })

  site.get('/methods/:schemeId', async (c) => {
    const schemeId = SchemeId.safeParse(c.req.param('schemeId'))
    const found = schemeId.success ? await data.findMethod(schemeId.data) : undefined
    return found === undefined ? missing(c) : show(c, (frame) => methodPage(frame, found))
  })

  site.get('/open-data', async (c) => {
    const { titles } = await data.catalogue()
    return show(c, (frame) => openDataPage(frame, titles.length))
  })

  const fileOf = async (c: SiteContext) => {
    const { result, pageNumber } = await search(c)
    const total = result.titles.length
    const files = titleFiles(total)
    const file = files.find(({ page }) => page === pageNumber)
    if (file === undefined) return undefined
    const following = new URL(c.req.url).searchParams
    following.set('page', String(pageNumber + 1))
    return {
      titles: total === 0 ? [] : result.titles.slice(file.from - 1, file.to),
      total,
      pages: files.length,
      file,
      /** Where the next part is, for good: an address that stands in a file must not be relative. */
      next: pageNumber < files.length ? `${publicOrigin}${new URL(c.req.url).pathname}?${following}` : undefined,
    }
  }

  site.get('/open-data/titles.csv', async (c) => {
    const asked = await fileOf(c)
    if (asked === undefined) return missing(c)
    const { titles, total, pages, file, next } = asked
    const rows = titleRows(titles, beijingDay(now()))
    const name = pages === 1 ? '平安建设称号.csv' : `平安建设称号（第${file.page}部分，共${pages}部分）.csv`
    return c.body(csvOf(pages === 1 ? rows : [...rows, [partNote(file, total, next)]]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="titles.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
      'cache-control': `public, max-age=${PAGE_MAX_AGE}`,
      'access-control-allow-origin': '*',
    })
  })

  site.get('/open-data/titles.json', async (c) => {
    const [asked, demoProvince] = await Promise.all([fileOf(c), data.demoProvince()])
    if (asked === undefined) return missing(c)
    const { titles, total, pages, file, next } = asked
    return c.json(
      {
        order: ORDER_IN_WORDS,
        ...(demoProvince === undefined ? {} : { notice: `“${demoProvince}”（代码99）的内容均为虚构，仅供演示` }),
        total,
        page: file.page,
        pages,
        ...(next === undefined ? {} : { next }),
        titles: titleObjects(titles, beijingDay(now())),
      },
      200,
      { 'cache-control': `public, max-age=${PAGE_MAX_AGE}`, 'access-control-allow-origin': '*' },
    )
  })

  site.get('/about', async (c) => {
    const { titles } = await data.catalogue()
    return show(c, (frame) => aboutPage(frame, titles))
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
