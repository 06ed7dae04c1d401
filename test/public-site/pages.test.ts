import { createHash } from 'node:crypto'
import { officialCalendar } from '@anjie/calendar-cn/officialCalendar'
import { beforeAll, describe, expect, it } from 'vitest'
import { divisions, factOf, idOf } from '../projector/sampleFacts.ts'
import { sharedIsThere, sharedText } from '../shared.ts'
import { type Site, siteOf, textOf } from './publishedSite.ts'
import {
  CERTIFIED,
  CLOSED,
  certifiedTitle,
  listedTitle,
  MAFANGBA,
  METHOD,
  NAMED,
  NOTICE,
  publishedFacts,
  REVOKED_SERIAL,
  SERIAL,
  SOURCE,
} from './sampleTitles.ts'

let site: Site
beforeAll(async () => {
  site = await siteOf(publishedFacts)
})

const page = (path: string): Promise<string> => textOf(site, path)
const rowNames = (text: string): string[] =>
  [...text.matchAll(/<th scope="row" role="rowheader"><a [^>]*>([^<]*)<\/a>/g)].map((match) => match[1] ?? '')

describe('the list of titles', () => {
  it.each([
    ['the name', '马房坝'],
    ['the full name with its place', '通川区朝阳街道马房坝社区'],
    ['two words', '达州 马房坝'],
    ['full pinyin', 'mafangba'],
    ['first letters', 'mfb'],
    ['first letters in capitals and full width', 'ＭＦＢ'],
    ['both mixed', 'mafb'],
  ])('is searched by %s', async (_how, typed) => {
    expect(rowNames(await page(`/titles?q=${encodeURIComponent(typed)}`))).toEqual(['马房坝社区'])
  })

  it('is searched by the name of a committee or a government, as offices write it', async () => {
    for (const typed of ['马房坝社区居民委员会', '马房坝居委会', '朝阳街道办事处马房坝社区居委会', '马 房坝'])
      expect(rowNames(await page(`/titles?q=${encodeURIComponent(typed)}`))).toEqual(['马房坝社区'])
    expect(rowNames(await page(`/titles?q=${encodeURIComponent('八角村村委会')}`))).toEqual(['八角村'])
    expect(rowNames(await page(`/titles?q=${encodeURIComponent('毛坝镇人民政府')}`))).toEqual(['八角村'])
    expect(rowNames(await page(`/titles?q=${encodeURIComponent('八角居委会')}`))).toEqual([])
  })

  it('is searched by a reading that the office wrote into its list of divisions', async () => {
    const tree = { ...divisions, readings: [{ code: '511702', name: '马房坝', reading: 'mǎ páng bà', source: '县志' }] }
    const province = { code: '51', name: '四川省' }
    const loaded = factOf('divisions', '51.divisions', 1, 'DivisionsLoaded', { ...tree, province })
    const read = await siteOf([...publishedFacts, loaded])
    expect(rowNames(await textOf(read, '/titles?q=mapangba'))).toEqual(['马房坝社区'])
    expect(rowNames(await textOf(read, '/titles?q=mafangba'))).toEqual(['马房坝社区'])
    expect(rowNames(await page('/titles?q=mapangba'))).toEqual([])
  })

  it('is searched by county, in characters and in pinyin', async () => {
    expect(rowNames(await page(`/titles?q=${encodeURIComponent('宣汉')}`))).toEqual(['八角村'])
    expect(rowNames(await page('/titles?q=xuanhan'))).toEqual(['八角村'])
    expect(rowNames(await page('/titles?q=angba'))).toEqual([])
  })

  it('keeps one order: by province, city, county, then pinyin', async () => {
    expect(rowNames(await page('/titles'))).toEqual(['马房坝社区', '后街社区', '八角村', '白云村', '青松村'])
  })

  it('orders names by pinyin and equal names by number, whatever the locale, and pages neither repeat nor skip', async () => {
    const names = ['阿村', '丙村', '甲村', '乙村', ...Array.from({ length: 120 }, (_, index) => `第${index}村`), '丙村']
    const many = await siteOf(
      names
        .toReversed()
        .map((unitName, index) =>
          listedTitle(idOf('511702', 100 + index), { county: '511702', countyName: '通川区', unitName }),
        ),
    )
    const pages = await Promise.all([1, 2, 3].map((number) => textOf(many, `/titles?page=${number}`)))
    const shown = pages.flatMap(rowNames)
    expect(shown).toHaveLength(names.length)
    expect([...shown].sort()).toEqual([...names].sort())
    expect(shown.filter((name) => !name.startsWith('第'))).toEqual(['阿村', '丙村', '丙村', '甲村', '乙村'])
    expect(pages[0]).toContain('第1页，共3页')
  })

  it('offers filters as links with the number of titles that each would give', async () => {
    const text = await page('/titles?year=2019')
    expect(text).toContain('>达州市</a><span class="count">（3）')
    expect(text).toMatch(/<li class="chosen" aria-current="true">2019年<span class="count">（3）/)
    expect(text).toMatch(/year=2026[^"]*">2026年<\/a><span class="count">（2）/)
    expect(rowNames(await page('/titles?city=5117&status=listed&level=province'))).toHaveLength(3)
    expect(rowNames(await page('/titles?status=revoked'))).toEqual(['白云村'])
    expect(rowNames(await page('/titles?year=1066'))).toEqual([])
  })

  it('shows where a list was taken from', async () => {
    expect(await page('/titles?year=2019')).toContain(`href="${SOURCE}"`)
  })

  it.skipIf(!sharedIsThere('samples/peace_honours_complete.csv'))(
    'finds every village of the Dazhou list by its first letters',
    async () => {
      const lines = sharedText('samples/peace_honours_complete.csv')
        .split('\n')
        .filter((line) => line.startsWith('2019,provincial'))
      const facts = lines.map((line, index) => {
        const [, , , cityName, countyName, townshipName, unitName] = line.split(',')
        return listedTitle(idOf('511702', 1 + index), {
          county: '511702',
          cityName,
          countyName,
          townshipName,
          unitName,
        })
      })
      const real = await siteOf(facts)
      expect(lines).toHaveLength(20)
      expect(rowNames(await textOf(real, '/titles?q=mfb'))).toEqual(['马房坝社区'])
      expect(rowNames(await textOf(real, `/titles?q=${encodeURIComponent('达州')}`))).toHaveLength(20)
    },
  )
})

describe('the page of a unit', () => {
  it('shows the title, its history and the source of a listing', async () => {
    const text = await page(`/units/${MAFANGBA}`)
    expect(text).toContain('<h1>马房坝社区</h1>')
    expect(text).toContain('名单所载')
    expect(text).toContain(`href="${SOURCE}"`)
    expect(text).toContain('导入公开名单')
    expect(await page(`/units/${CERTIFIED}`)).toContain('本页单位为虚构')
  })
})

describe('the page of a notice', () => {
  const firstLine = (text: string): string =>
    /<h1>.*?<\/h1>\s*(<div class="lead.*?<\/div>)/s.exec(text)?.[1]?.replace(/<[^>]+>/g, '') ?? ''

  it('says first whether, until when and how one may object', async () => {
    expect(firstLine(await page(`/notices/${NOTICE}`))).toBe(
      '可以提出异议：截至11月25日 24:00前（还有3个工作日）。方式：安和省委平安办 099-12345678',
    )
  })

  it('says when the last day is today, and that it is over on the day after, recorded or not', async () => {
    const lastEvening = await siteOf(publishedFacts, { now: () => '2026-11-25T15:59:00.000Z' })
    expect(firstLine(await textOf(lastEvening, `/notices/${NOTICE}`))).toContain('11月25日 24:00前（今天截止）')
    const midnight = await siteOf(publishedFacts, { now: () => '2026-11-25T16:00:00.000Z' })
    expect(firstLine(await textOf(midnight, `/notices/${NOTICE}`))).toContain('不再受理异议')
  })

  it('names nobody before the first day on which an objection is taken', async () => {
    const early = await siteOf(publishedFacts, { now: () => '2026-11-01T01:00:00.000Z' })
    const text = await textOf(early, `/notices/${NOTICE}`)
    expect(text).toContain('公示尚未开始')
    expect(text).toContain('名单自公示首日起公布')
    expect(text).not.toContain('role="rowheader"')
  })

  it('counts no working days that no calendar tells of', async () => {
    const none = await siteOf(publishedFacts, { calendar: { ...officialCalendar, years: new Set() } })
    expect(firstLine(await textOf(none, `/notices/${NOTICE}`))).toContain('11月25日 24:00前。')
  })

  it('says that it is closed, and after the decision its document number', async () => {
    expect(firstLine(await page(`/notices/${CLOSED}`))).toContain('不再受理异议')
    const named = await page(`/notices/${NAMED}`)
    expect(named).toContain('平安办〔2026〕12号')
    expect(rowNames(await page(`/titles?batch=${NAMED}`))).toEqual(['白云村', '青松村'])
  })

  it('is listed, newest first', async () => {
    expect(rowNames(await page('/notices'))).toEqual([
      '2026年第三批拟命名名单',
      '2026年第二批拟命名名单',
      '2026年第一批拟命名名单',
    ])
    expect(await page('/')).toContain('正在公示 <b>1</b> 批')
  })
})

describe('the check of a certificate', () => {
  const check = (serial: string) => page(`/certificates/check?serial=${encodeURIComponent(serial)}`)
  const verdict = (text: string): string => /<p class="verdict [a-z]+">([^<]*)</.exec(text)?.[1] ?? ''

  it.each([
    ['as issued', SERIAL],
    ['in small letters, with spaces', ' 平安99-wl-2026-0001- 7k3m '],
    ['in full width with another dash', '平安９９－ＷＬ－２０２６－０００１—７Ｋ３Ｍ'],
    ['with its label before it', `证书编号：${SERIAL}`],
    ['with a full stop and a line break after it', `${SERIAL}。\n`],
    ['in brackets with a remark', `（${SERIAL}）请核验`],
    ['as an address', `https://gongkai.example.cn/certificates/check?serial=${SERIAL}`],
    [
      'as an address out of the browser',
      `https://gongkai.example.cn/certificates/check?serial=${encodeURIComponent(SERIAL)}&large=1`,
    ],
    ['with a zero-width space in it', SERIAL.replace('WL', 'W\u200bL')],
  ])('finds a number typed %s', async (_how, typed) => {
    expect(verdict(await check(typed))).toBe('有效')
  })

  it('reads O and I and L of the last part as the figures that they stand for', async () => {
    expect(verdict(await check('平安99-WL-2026-0002-oaLb'))).toBe('已撤销')
  })

  it('knows four answers', async () => {
    expect(verdict(await check(REVOKED_SERIAL))).toBe('已撤销')
    expect(verdict(await check('平安99-WL-2026-0001-7K3N'))).toBe('查无此证')
    // One letter more is another number, and not this one with something after it.
    expect(verdict(await check(`${SERIAL}X`))).not.toBe('有效')
    const later = await siteOf(publishedFacts, { now: () => '2029-03-01T16:00:00.000Z' })
    expect(verdict(await textOf(later, `/certificates/check?serial=${encodeURIComponent(SERIAL)}`))).toBe('已到期')
  })

  it('calls nothing a forgery that holds no number', async () => {
    for (const typed of ['', '   ', '　']) {
      const empty = await check(typed)
      expect(verdict(empty)).toBe('')
      expect(empty).not.toContain('伪造')
      expect(empty).toContain('输入证书编号')
    }
    for (const typed of ['随便写的', '平安99-WL-2026', '编号：', '%']) {
      const unread = await check(typed)
      expect(verdict(unread)).toBe('没有看到证书编号')
      expect(unread).not.toContain('伪造')
    }
  })

  it('gives every line its name, and no date of an ending to a certificate that is in force', async () => {
    const text = await check(SERIAL)
    expect(text).not.toMatch(/<dt>\s*<\/dt>/)
    expect(text).not.toContain('有效日期')
    expect(await check(REVOKED_SERIAL)).toContain('已撤销日期')
  })

  it('prints the very text whose SHA-256 is the hash', async () => {
    const text = await check(SERIAL)
    const printed = (/<pre><code>(.*?)<\/code><\/pre>/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"')
    expect(createHash('sha256').update(printed).digest('hex')).toBe(certifiedTitle.certificateHash)
    expect(text).toContain(certifiedTitle.certificateHash)
  })
})

describe('every page', () => {
  const paths = [
    '/',
    '/titles',
    '/titles?q=mfb&large=1',
    `/units/${MAFANGBA}`,
    '/notices',
    `/notices/${NOTICE}`,
    `/notices/${NAMED}`,
    '/certificates',
    `/certificates/check?serial=${encodeURIComponent(SERIAL)}`,
    '/certificates/check?serial=x',
    '/methods',
    `/methods/${METHOD}`,
    '/open-data',
    '/about',
    '/no/such/page',
  ]

  it.each(paths)('%s has one heading, its language, named fields and table heads, and no script', async (path) => {
    const text = await page(path)
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-CN"/)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    for (const [, id] of text.matchAll(/<input type="(?:search|text)" id="([^"]+)"/g)) {
      expect(text).toContain(`<label for="${id}">`)
    }
    expect(text.match(/<input (?!type="(?:search|text)" id=|type="hidden")/g)).toBeNull()
    for (const [head] of text.matchAll(/<th[\s>][^>]*>/g)) expect(head).toMatch(/scope="(col|row)"/)
    expect(text.match(/<table/g)?.length ?? 0).toBe(text.match(/<caption/g)?.length ?? 0)
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=|\sstyle=|undefined|\[object|NaN|null/)
  })

  it.each(paths)('%s says that names of the made-up province are invented', async (path) => {
    expect(await page(path)).toContain('均为虚构')
  })

  it('says nothing of a made-up province where there is none', async () => {
    const real = await siteOf(publishedFacts.filter(({ recordId }) => recordId.startsWith('51')))
    expect(await textOf(real, '/titles')).not.toContain('虚构')
  })

  it.each(paths)('%s holds links that lead to pages of this site, wherever it is mounted', async (path) => {
    const text = await page(path)
    const base = `https://host.example/_stage/abc${path}`
    const links = [...text.matchAll(/(?:href|action)="([^"]+)"/g)]
      .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
      .filter((href) => !/^https?:/.test(href) && !href.startsWith('data:') && !href.startsWith('#'))
    expect(links.length).toBeGreaterThan(5)
    for (const href of links) {
      expect(href).toMatch(/^\.{1,2}\//)
      const target = new URL(href, base)
      expect(target.href).toMatch(/^https:\/\/host\.example\/_stage\/abc\//)
      const { status } = await site.request(target.href.slice('https://host.example/_stage/abc'.length))
      expect([href, path === '/no/such/page' && href.includes('page') ? 404 : 200]).toEqual([href, status])
    }
  })

  it('stays in the chosen size of type', async () => {
    const text = await page('/titles?q=mfb&large=1')
    expect(text).toContain('class="large"')
    expect(text).toContain(`href="./units/${MAFANGBA}?large=1"`)
    expect(text).toContain('<input type="hidden" name="large" value="1">')
    expect(text).toContain('href="./titles?q=mfb">标准字号')
  })
})
