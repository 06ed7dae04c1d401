import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { LOG_PAGE_LINES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { Context, Hono } from 'hono'
import { consistencyProof, inclusionProof } from '../logProofs.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'
import { PAGE_MAX_AGE } from './maxAge.ts'

type SiteContext = Context<SiteEnvironment>

/** What is full or signed is never another; a cache may keep it for good. */
const FOR_GOOD = 'public, max-age=31536000, immutable'
const A_MINUTE = `public, max-age=${PAGE_MAX_AGE}`
const OPEN = { 'access-control-allow-origin': '*' } as const
const HEADS_SHOWN = 30

/** 公开日志 as files: pages of lines, signed heads, proofs, and the keys by which all signatures are checked. */
export function logRoutes(site: Hono<SiteEnvironment>, { data, reader, missing }: Answers): void {
  const province = async (): Promise<string | undefined> => (await data.log())?.province
  const refuse = (c: SiteContext, detail: string) => c.json({ error: detail }, 400, OPEN)

  site.get('/open-data/keys.json', async (c) => {
    const code = await province()
    const keys = code === undefined ? [] : await reader.signingKeys(code)
    return c.json({ keys: keys.map(({ kid, jwk }) => ({ ...jwk, kid, use: 'sig', alg: 'ES256' })) }, 200, {
      'cache-control': A_MINUTE,
      ...OPEN,
      'content-disposition': 'attachment; filename="keys.json"',
    })
  })

  site.get('/open-data/log/heads.json', async (c) => {
    const code = await province()
    const before = PlainDate.safeParse(c.req.query('before')).data
    const heads = code === undefined ? [] : await reader.logHeads(code, HEADS_SHOWN, before)
    return c.json({ heads: heads.map(({ day, size, root, signed }) => ({ day, size, root, signed })) }, 200, {
      'cache-control': A_MINUTE,
      ...OPEN,
    })
  })

  site.get('/open-data/log/heads/:day', async (c) => {
    const code = await province()
    const day = PlainDate.safeParse(c.req.param('day').replace(/\.jws$/, '')).data
    const head = code === undefined || day === undefined ? undefined : await reader.findLogHead(code, day)
    if (head === undefined) return missing(c)
    return c.body(head.signed, 200, {
      'content-type': 'application/jose',
      'content-disposition': `attachment; filename="log-head-${head.day}.jws"`,
      'cache-control': FOR_GOOD,
      ...OPEN,
    })
  })

  site.get('/open-data/log/lines/:page', async (c) => {
    const code = await province()
    const number = /^(\d{1,9})\.jsonl$/.exec(c.req.param('page'))?.[1]
    const lines = code === undefined || number === undefined ? undefined : await reader.logPage(code, Number(number))
    if (lines === undefined) return missing(c)
    return c.body(lines.map((line) => `${line}\n`).join(''), 200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': lines.length === LOG_PAGE_LINES ? FOR_GOOD : A_MINUTE,
      ...OPEN,
    })
  })

  const numberIn = (c: SiteContext, name: string): number | undefined => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined
  }

  site.get('/open-data/log/inclusion.json', async (c) => {
    const [line, size] = [numberIn(c, 'line'), numberIn(c, 'size')]
    const { province: code, size: length } = (await data.log()) ?? { province: undefined, size: 0 }
    if (code === undefined || line === undefined || size === undefined || line < 1 || line > size || size > length)
      return refuse(c, `参数 line 和 size 应为行号和行数，1 ≤ line ≤ size ≤ ${length}`)
    const path = await inclusionProof(reader, code, line - 1, size)
    return c.json({ line, size, path }, 200, { 'cache-control': FOR_GOOD, ...OPEN })
  })

  site.get('/open-data/log/consistency.json', async (c) => {
    const [from, to] = [numberIn(c, 'from'), numberIn(c, 'to')]
    const { province: code, size: length } = (await data.log()) ?? { province: undefined, size: 0 }
    if (code === undefined || from === undefined || to === undefined || from < 1 || from > to || to > length)
      return refuse(c, `参数 from 和 to 应为前后两次的行数，1 ≤ from ≤ to ≤ ${length}`)
    const path = await consistencyProof(reader, code, from, to)
    return c.json({ from, to, path }, 200, { 'cache-control': FOR_GOOD, ...OPEN })
  })
}
