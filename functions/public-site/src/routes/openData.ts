import { csvOf } from '@anjie/documents/csv'
import { beijingDay } from '@anjie/kernel'
import type { Context, Hono } from 'hono'
import { ORDER_IN_WORDS } from '../catalogue/catalogue.ts'
import { dictionary, openDataPage, titleObjects, titleRows } from '../pages/openData.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import { partNote, titleFiles } from '../titleFiles.ts'
import type { Answers } from './answers.ts'
import { PAGE_MAX_AGE } from './maxAge.ts'

type SiteContext = Context<SiteEnvironment>

const HEADS_SHOWN = 7

/** 开放数据: the whole list as files, in numbered parts. */
export function openDataRoutes(
  site: Hono<SiteEnvironment>,
  { data, reader, show, missing, search, now, publicOrigin }: Answers,
): void {
  site.get('/open-data', async (c) => {
    const [{ total }, log] = await Promise.all([data.catalogue(), data.log()])
    const heads = log === undefined ? [] : await reader.logHeads(log.province, HEADS_SHOWN)
    return show(c, (frame) => openDataPage(frame, total, log === undefined ? undefined : { size: log.size, heads }))
  })

  const fileOf = async (c: SiteContext) => {
    const { result, pageNumber } = await search(c, 'whole')
    const { total } = result
    const files = titleFiles(total)
    const file = files.find(({ page }) => page === pageNumber)
    if (file === undefined) return undefined
    const following = new URL(c.req.url).searchParams
    following.set('page', String(pageNumber + 1))
    return {
      titles: total === 0 ? [] : await result.slice(file.from - 1, file.to - file.from + 1),
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

  site.get('/open-data/dictionary.json', (c) =>
    c.json(dictionary(), 200, {
      'cache-control': `public, max-age=${PAGE_MAX_AGE}`,
      'access-control-allow-origin': '*',
    }),
  )

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
}
