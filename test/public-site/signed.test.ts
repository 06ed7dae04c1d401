import { readFileSync } from 'node:fs'
import { answerPaper } from '@anjie/function-paper/answerPaper'
import { bytesOfHex } from '@anjie/kernel'
import { isConsistent, isIncluded, leafHash } from '@anjie/kernel/merkle'
import { runCertificate } from '@anjie/local/commands/certificate'
import { type LogIo, runLog } from '@anjie/local/commands/log'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { HonourWorld } from '../builders/honours.ts'
import { namedList, SITE, signAt } from '../builders/namedList.ts'
import { sha256, testKey } from '../builders/testSigner.ts'
import { ORIGIN, type Site, siteOf, textOf } from './publishedSite.ts'

const FONT = new URL(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'))
const font = new Uint8Array(readFileSync(FONT))
const key = testKey()
let world: HonourWorld
let site: Site
let serial: string

beforeAll(async () => {
  const named = await namedList(3)
  world = named.world
  // In two runs, so that there are two heads of different sizes.
  const some = (await world.platform().unlogged(100)).slice(0, 2)
  await signAt(world, '2026-03-10T02:00:00.000Z', key.signer, { unlogged: async () => some })
  await signAt(world, '2026-03-10T16:01:00.000Z', key.signer)
  const title = (await world.platform().get('title', named.titles[0] ?? ''))?.state
  serial = title?.serial ?? ''
  site = await siteOf(world.stores.recordedFacts())
})

const json = async (path: string) => JSON.parse(await textOf(site, path))
const Proof = z.object({ path: z.array(z.string()) })
const Heads = z.object({
  heads: z.array(z.object({ day: z.string(), size: z.int(), root: z.string(), signed: z.string() })),
})
const heads = async () => Heads.parse(await json('/open-data/log/heads.json')).heads
const linesOf = async () => (await textOf(site, '/open-data/log/lines/0.jsonl')).split('\n').slice(0, -1)

describe('the log on the public site', () => {
  test('is told as changes of the data: one for each line about a title, with its day and its paper', async () => {
    const lines = (await linesOf()).map((line) =>
      z.looseObject({ title: z.string().optional() }).parse(JSON.parse(line)),
    )
    const about = lines.flatMap(({ title }, at) => (title === undefined ? [] : [[String(at + 1), title]]))
    const Changes = z.object({ page: z.int(), pages: z.int(), changes: z.array(z.record(z.string(), z.string())) })
    const { page, pages, changes } = Changes.parse(await json('/open-data/changes.json'))
    expect([page, pages]).toEqual([1, 1])
    expect(changes.map(({ line, titleId }) => [line, titleId])).toEqual(about)
    for (const change of changes)
      expect(change).toMatchObject({ on: '2026-03-10', state: '有效', documentNumber: '平安办〔2026〕12号' })
    expect((await textOf(site, '/open-data/changes.csv')).trim().split('\r\n')).toHaveLength(about.length + 1)
    expect((await site.request('/open-data/changes.csv?page=2')).status).toBe(404)
    expect(await textOf(site, '/open-data')).toContain('最近的变更')
  })

  test('proves that each line lies under the newest head, and that the older head is its beginning', async () => {
    const [newest, older] = await heads()
    if (newest === undefined || older === undefined) return expect.fail('two heads')
    expect([older.size, newest.size]).toEqual([2, 7])
    const lines = await linesOf()
    expect(lines).toHaveLength(7)
    for (const [index, line] of lines.entries()) {
      const { path } = Proof.parse(await json(`/open-data/log/inclusion.json?line=${index + 1}&size=${newest.size}`))
      const leaf = leafHash(sha256, new TextEncoder().encode(line))
      const proof = { index, size: newest.size, path: path.map(bytesOfHex), root: bytesOfHex(newest.root) }
      expect(isIncluded(sha256, { leaf, ...proof })).toBe(true)
      const other = leafHash(sha256, new TextEncoder().encode(line.replace('平安', '乎安')))
      if (line.includes('平安')) expect(isIncluded(sha256, { leaf: other, ...proof })).toBe(false)
    }
    const { path } = Proof.parse(await json(`/open-data/log/consistency.json?from=${older.size}&to=${newest.size}`))
    expect(
      isConsistent(sha256, {
        from: older.size,
        to: newest.size,
        fromRoot: bytesOfHex(older.root),
        toRoot: bytesOfHex(newest.root),
        path: path.map(bytesOfHex),
      }),
    ).toBe(true)
  })

  test.each([
    'inclusion.json?line=0&size=7',
    'inclusion.json?line=8&size=7',
    'inclusion.json?line=1&size=8',
    'inclusion.json',
    'consistency.json?from=3&to=2',
    'consistency.json?from=0&to=7',
    'consistency.json?from=1&to=1e3',
  ])('refuses %s in Chinese, with the bounds', async (asked) => {
    const answer = await site.request(`/open-data/log/${asked}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('≤ 7')
  })

  test('is explained on the page of open data, with its heads and the command', async () => {
    const text = await textOf(site, '/open-data')
    expect(text).toContain('现有7行')
    expect(text).toContain('RFC 9162')
    expect(text).toContain(`anjie log verify --site ${ORIGIN}`)
    for (const { root } of await heads()) expect(text).toContain(root)
  })

  test.each([
    '/open-data/log/lines/1.jsonl',
    '/open-data/log/lines/x.jsonl',
    '/open-data/log/heads/2026-03-09.jws',
    '/open-data/log/heads/x',
  ])('has no %s', async (path) => {
    expect((await site.request(path)).status).toBe(404)
  })
})

/** The command against this site, with files in memory. */
async function verifyLog(
  args: readonly string[],
  files: Map<string, string>,
  change: (text: string) => string = (text) => text,
) {
  const said: string[] = []
  const io: LogIo = {
    fetchText: async (url) => {
      const answer = await site.request(url.slice(ORIGIN.length))
      return answer.status === 200 ? (url.includes('/lines/') ? change(await answer.text()) : answer.text()) : undefined
    },
    read: async (path) => files.get(path),
    write: async (folder, name, text) => void files.set(`${folder}/${name}`, text),
    out: (text) => void said.push(text),
    report: (text) => void said.push(text),
  }
  return { code: await runLog(args, io), said: said.join('\n') }
}

describe('anjie log verify', () => {
  const command = ['verify', '--site', ORIGIN, '--keys', 'keys.json', '--from', 'old.jws']
  const files = async () =>
    new Map([
      ['keys.json', await textOf(site, '/open-data/keys.json')],
      ['old.jws', (await heads()).at(-1)?.signed ?? ''],
    ])

  test('recomputes the tree and agrees with every head', async () => {
    expect(await verifyLog(command, await files())).toMatchObject({ code: 0, said: expect.stringContaining('7行') })
  })

  test('finds one changed line between the heads where it lies, and by its number where a copy was kept', async () => {
    const changed = (text: string) => text.replace('柳湾1村', '柳湾9村')
    const found = await verifyLog(command, await files(), changed)
    expect(found).toMatchObject({ code: 1, said: expect.stringContaining('第3行至第7行之间有改动') })
    const kept = await files()
    const withCopy = [...command, '--copy', 'copy']
    expect((await verifyLog(withCopy, kept)).code).toBe(0)
    const number = (await linesOf()).findIndex((line) => line.includes('柳湾1村')) + 1
    expect(await verifyLog(withCopy, kept, changed)).toMatchObject({
      code: 1,
      said: expect.stringContaining(`第${number}行与上次取得的不同`),
    })
  })

  test('finds a change in what the old head covers, a line taken out, and a line put in', async () => {
    const first = await verifyLog(command, await files(), (text) => text.replace('NoticeOpened', 'NoticeOpenec'))
    expect(first.said).toContain('第1行至第2行之间有改动')
    const short = await verifyLog(command, await files(), (text) => text.split('\n').slice(1).join('\n'))
    expect(short.code).toBe(1)
    const long = await verifyLog(command, await files(), (text) => `{"id":"x@1"}\n${text}`)
    expect(long.code).toBe(1)
  })

  test('believes no head that another key signed, nor a certificate’s signature as a head’s', async () => {
    const kept = await files()
    const stranger = testKey()
    kept.set(
      'old.jws',
      await stranger.signer.sign('anjie-log-head', {
        log: SITE,
        day: '2026-03-10',
        size: 2,
        root: '0'.repeat(64),
        at: '2026-03-10T02:00:00.000Z',
      }),
    )
    expect(await verifyLog(command, kept)).toMatchObject({ code: 1, said: expect.stringContaining('没有签发它的公钥') })
    kept.set('old.jws', await textOf(site, `/certificates/payload?serial=${encodeURIComponent(serial)}`))
    expect(await verifyLog(command, kept)).toMatchObject({
      code: 1,
      said: expect.stringContaining('不是这一类文件的签名'),
    })
  })

  test('says how it is called', async () => {
    expect((await verifyLog(['verify'], new Map())).code).toBe(2)
    expect((await verifyLog(['--help'], new Map())).said).toContain('用法')
  })
})

describe('anjie certificate verify', () => {
  const paperOf = async (): Promise<Uint8Array> => {
    const answer = await answerPaper(serial, {
      font: async () => font,
      find: async () => {
        const fact = world.stores
          .recordedFacts()
          .find(
            ({ after }) => z.looseObject({ serial: z.literal(serial), signed: z.string() }).safeParse(after).success,
          )
        return fact?.after
      },
    })
    return new Uint8Array(Buffer.from(String(answer.body), 'base64'))
  }
  const check = async (file: Uint8Array | string, keys?: string) => {
    const said: string[] = []
    const texts = new TextEncoder()
    const code = await runCertificate(['verify', 'file', '--keys', 'keys.json'], {
      read: async (path) =>
        path === 'file'
          ? typeof file === 'string'
            ? texts.encode(file)
            : file
          : path === 'keys.json'
            ? texts.encode(keys ?? (await textOf(site, '/open-data/keys.json')))
            : new Uint8Array(readFileSync(path)),
      out: (text) => void said.push(text),
      report: (text) => void said.push(text),
    })
    return { code, said: said.join('\n') }
  }

  test('accepts the paper and its payload offline, and says that what came later needs the site', async () => {
    for (const file of [
      await paperOf(),
      await textOf(site, `/certificates/payload?serial=${encodeURIComponent(serial)}`),
    ]) {
      const { code, said } = await check(file)
      expect(said).toContain(serial)
      expect(said).toContain('离线核对不知道证书后来是否更正、撤销或注销')
      expect(code).toBe(0)
    }
  })

  test('refuses the paper with any one byte flipped, wherever it lies', async () => {
    const paper = await paperOf()
    for (const at of [20, 700, Math.floor(paper.length / 2), paper.length - 3]) {
      const flipped = Uint8Array.from(paper)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect((await check(flipped)).code, `byte ${at}`).toBe(1)
    }
  })

  test('refuses the payload with any one character of it changed', async () => {
    const signed = await textOf(site, `/certificates/payload?serial=${encodeURIComponent(serial)}`)
    const [header = '', body = '', signature = ''] = signed.split('.')
    for (const at of [
      5,
      header.length + 10,
      header.length + body.length - 5,
      header.length + body.length + signature.length - 10,
    ]) {
      const other = signed[at] === 'A' ? 'B' : 'A'
      expect((await check(signed.slice(0, at) + other + signed.slice(at + 1))).code).toBe(1)
    }
  })

  test('refuses what another key signed, a set of keys that is none, and a file without a signature', async () => {
    const stranger = testKey()
    const forged = await stranger.signer.sign('anjie-certificate', { serial })
    expect(await check(forged)).toMatchObject({ code: 1, said: expect.stringContaining('没有签发它的公钥') })
    await expect(check(forged, 'x')).rejects.toThrow('JWKS')
    expect(await check('nothing')).toMatchObject({ code: 1, said: expect.stringContaining('没有证书的签名内容') })
  })
})

describe('the check of a signed certificate', () => {
  test('offers the paper, the payload and the line of the log, and warns of addresses that look alike', async () => {
    const text = await textOf(site, `/certificates/check?serial=${encodeURIComponent(serial)}`)
    expect(text).toContain('有效')
    expect(text).toContain('/certificates/paper?serial=')
    expect(text).toContain('/certificates/payload?serial=')
    expect(text).toMatch(/公开日志第\d行/)
    expect(text).toContain('gongkai.example.cn')
    expect(text).toContain('网址相似')
  })

  test('no number that was not issued has paper or payload', async () => {
    const none = encodeURIComponent('平安99-WL-2026-9999-0000')
    expect((await site.request(`/certificates/payload?serial=${none}`)).status).toBe(404)
    const sources = { font: async () => font, find: async () => undefined }
    expect((await answerPaper('平安99-WL-2026-9999-0000', sources)).statusCode).toBe(404)
    expect((await answerPaper('x', sources)).statusCode).toBe(404)
  })
})
