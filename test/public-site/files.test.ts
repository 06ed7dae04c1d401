import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { ORIGIN, textOf } from './publishedSite.ts'
import { siteWith } from './siteWith.ts'

const rowsOf = async (answer: Response): Promise<string[][]> =>
  parse(new Uint8Array(await answer.arrayBuffer()), { bom: true, relax_column_count: true })
const address = (link: string | null): string => /^<https:\/\/[^/]+([^>]*)>; rel="next"$/.exec(link ?? '')?.[1] ?? ''

describe('a list that does not fit one file', () => {
  it('comes in parts that say which one they are and where the next is, and together hold every title once', async () => {
    const site = siteWith(12_003)
    const ids: string[] = []
    const notes: string[] = []
    for (let path = '/open-data/titles.csv'; path !== ''; ) {
      const answer = await site.request(path)
      const [, ...rows] = await rowsOf(answer)
      notes.push(rows.pop()?.[0] ?? '')
      ids.push(...rows.map(([id = '']) => id))
      path = address(answer.headers.get('link'))
    }
    expect(ids).toHaveLength(12_003)
    expect(new Set(ids).size).toBe(12_003)
    expect(notes).toEqual([
      `以上为第1部分（第1至5000条），共3部分、12003条；下一部分：${ORIGIN}/open-data/titles.csv?page=2`,
      `以上为第2部分（第5001至10000条），共3部分、12003条；下一部分：${ORIGIN}/open-data/titles.csv?page=3`,
      '以上为第3部分（第10001至12003条），共3部分、12003条；这是最后一部分',
    ])
  })

  it('keeps its conditions from part to part, and names each file', async () => {
    const answer = await siteWith(12_003).request('/open-data/titles.csv?year=2026')
    expect(address(answer.headers.get('link'))).toBe('/open-data/titles.csv?year=2026&page=2')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('（第1部分，共2部分）.csv')
  })

  it('is linked part by part on the page of open data and under the list', async () => {
    const site = siteWith(12_003)
    for (const path of ['/open-data', '/titles']) {
      const text = await textOf(site, path)
      for (const [page, lines] of [
        [1, '第1至5000条'],
        [2, '第5001至10000条'],
        [3, '第10001至12003条'],
      ] as const) {
        expect(text).toMatch(new RegExp(`titles\\.csv\\?page=${page}[^>]*>[^<]*${lines}`))
        expect(text).toMatch(new RegExp(`titles\\.json\\?page=${page}[^>]*>[^<]*${lines}`))
      }
    }
  })

  it('tells programs the same', async () => {
    const body: unknown = await (await siteWith(5001).request('/open-data/titles.json')).json()
    expect(body).toMatchObject({ total: 5001, page: 1, pages: 2, next: `${ORIGIN}/open-data/titles.json?page=2` })
  })

  it('has no part beyond the last', async () => {
    expect((await siteWith(5001).request('/open-data/titles.csv?page=3')).status).toBe(404)
  })
})

it.each([0, 1, 5000])('a list of %i titles is one whole file without a remark', async (count) => {
  const answer = await siteWith(count).request('/open-data/titles.csv')
  expect(answer.headers.get('link')).toBeNull()
  expect(await rowsOf(answer)).toHaveLength(count + 1)
})
