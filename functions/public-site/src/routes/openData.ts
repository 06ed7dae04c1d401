import { csvOf } from '@anjie/documents/csv'
import { beijingDay } from '@anjie/kernel'
import type { Context, Hono } from 'hono'
import { ORDER_IN_WORDS } from '../catalogue/catalogue.ts'
import { changeObjects, changeParts, changeRows, changesOn, type DataChange } from '../pages/dataChanges.ts'
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
    if (log === undefined) return show(c, (frame) => openDataPage(frame, total, undefined))
    const { province, size } = log
    const [heads, newest] = await Promise.all([reader.logHeads(province, HEADS_SHOWN), changesIn(changeParts(size))])
    return show(c, (frame) => openDataPage(frame, total, { size, heads, newest: newest ?? [] }))
  })

  /** 数据变更 of one part, from 1; the log's pages are counted from 0. */
  const changesIn = async (part: number): Promise<readonly DataChange[] | undefined> => {
    const log = await data.log()
    if (log === undefined) return part === 1 ? [] : undefined
    const lines = await reader.logPage(log.province, part - 1)
    return lines === undefined ? undefined : changesOn(part - 1, lines)
  }
  const changesAsked = async (c: SiteContext) => {
    const parts = changeParts((await data.log())?.size ?? 0)
    const asked = c.req.query('page') ?? String(parts)
    const page = /^\d{1,6}$/.test(asked) ? Number(asked) : 0
    const changes = page < 1 || page > parts ? undefined : await changesIn(page)
    return changes === undefined ? undefined : { changes, page, parts }
  }

  site.get('/open-data/changes.csv', async (c) => {
    const asked = await changesAsked(c)
    if (asked === undefined) return missing(c)
    const { changes, page, parts } = asked
    const rows = changeRows(changes)
    return c.body(csvOf(parts === 1 ? rows : [...rows, [`以上为第${page}部分，共${parts}部分，第1部分最早`]]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="changes.csv"; filename*=UTF-8''${encodeURIComponent('平安建设称号变更.csv')}`,
      'cache-control': `public, max-age=${PAGE_MAX_AGE}`,
      'access-control-allow-origin': '*',
    })
  })

  site.get('/open-data/changes.json', async (c) => {
    const asked = await changesAsked(c)
    if (asked === undefined) return missing(c)
    const { changes, page, parts } = asked
    return c.json({ page, pages: parts, changes: changeObjects(changes) }, 200, {
      'cache-control': `public, max-age=${PAGE_MAX_AGE}`,
      'access-control-allow-origin': '*',
    })
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
