import { gunzipSync } from 'node:zlib'
import { lambdaHandler, type SiteEvent } from '@anjie/function-public-site/lambdaHandler'
import { beforeAll, describe, expect, it } from 'vitest'
import { factOf } from '../projector/sampleFacts.ts'
import { siteOf } from './publishedSite.ts'
import { certifiedTitle, publishedFacts, REVOKED } from './sampleTitles.ts'

let ask: (path: string, headers?: Record<string, string>) => ReturnType<ReturnType<typeof lambdaHandler>>
const asking =
  (serve: ReturnType<typeof lambdaHandler>) =>
  (path: string, headers: Record<string, string> = {}) => {
    const [rawPath = '', rawQueryString = ''] = path.split('?')
    const requestContext = { requestId: 'r-1', http: { method: 'GET' } } as SiteEvent['requestContext']
    return serve({ rawPath, rawQueryString, headers, requestContext })
  }
beforeAll(async () => {
  ask = asking(lambdaHandler(await siteOf(publishedFacts)))
})

describe('a page that the visitor has already', () => {
  it.each(['/', '/titles', '/titles?year=2019', '/notices', '/open-data/titles.csv', '/style.css'])(
    '%s is not sent again, and stays as long as the page itself',
    async (path) => {
      const first = await ask(path)
      const tag = String(first.headers?.['etag'])
      expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
      for (const known of [tag, tag.slice(2), `"other", ${tag}`]) {
        const again = await ask(path, { 'if-none-match': known })
        expect([again.statusCode, again.body]).toEqual([304, ''])
        expect(again.headers).toMatchObject({ etag: tag, 'cache-control': first.headers?.['cache-control'] })
      }
      expect((await ask(path, { 'if-none-match': '"other"' })).statusCode).toBe(200)
    },
  )

  it('is sent when anything on it has changed', async () => {
    const restored = factOf('title', REVOKED, 3, 'TitleConferred', {
      ...certifiedTitle,
      id: REVOKED,
      unitName: '白云村',
    })
    const later = asking(lambdaHandler(await siteOf([...publishedFacts, restored])))
    const { headers } = await ask('/titles')
    const known = { 'if-none-match': String(headers?.['etag']) }
    expect((await later('/titles', known)).statusCode).toBe(200)
    expect((await ask('/titles', known)).statusCode).toBe(304)
  })

  it('has no tag when it is an error or is not there', async () => {
    expect((await ask('/no/such/page')).headers?.['etag']).toBeUndefined()
    expect((await ask('/healthz')).headers?.['etag']).toBeUndefined()
  })
})

describe('a page on its way', () => {
  it('is packed for whoever can unpack it, and says the same', async () => {
    const plain = await ask('/titles')
    const packed = await ask('/titles', { 'accept-encoding': 'br, gzip;q=0.8' })
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
      etag: plain.headers?.['etag'],
    })
    const bytes = Buffer.from(packed.body ?? '', 'base64')
    expect(gunzipSync(bytes).toString('utf8')).toBe(plain.body)
    expect(bytes.length).toBeLessThan(Buffer.byteLength(plain.body ?? '') / 2)
  })

  it.each([undefined, '', 'br', 'identity', 'gzip;q=0', 'xgzip'])('is plain for %j', async (accepted) => {
    const answer = await ask('/titles', accepted === undefined ? {} : { 'accept-encoding': accepted })
    expect([answer.isBase64Encoded, answer.headers?.['content-encoding']]).toEqual([false, undefined])
  })

  it('keeps the byte-order mark of a file', async () => {
    const answer = await ask('/open-data/titles.csv', { 'accept-encoding': 'gzip' })
    expect([...gunzipSync(Buffer.from(answer.body ?? '', 'base64')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('says nothing else because of a header', async () => {
    const plain = await ask('/titles')
    const strange = await ask('/titles', {
      host: 'evil.example',
      cookie: 'large=1',
      'x-forwarded-host': 'evil.example',
    })
    expect(strange).toEqual(plain)
  })
})
