import { BatchId } from '@anjie/contracts/vocabulary/ids'
import { ReceivedObjection } from '@anjie/contracts/vocabulary/objections/objection'
import type { PublicNotice, PublicObjectionStatus } from '@anjie/contracts/vocabulary/publicRecords'
import { OBJECTIONS_A_LIST_A_DAY, OBJECTIONS_AN_ADDRESS_AN_HOUR } from '@anjie/domain/objections/limits'
import { readReceipt, statusText } from '@anjie/domain/objections/receipt'
import { takeInMessages } from '@anjie/function-intake/takeInMessages'
import { lambdaHandler, visitorAddress } from '@anjie/function-public-site/lambdaHandler'
import type { Limit } from '@anjie/function-public-site/objections/objectionInbox'
import { statusKeyOf } from '@anjie/function-public-site/objections/sendObjection'
import { digest } from '@anjie/store/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  batch,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  round,
  village,
} from '../builders/honours.ts'
import { memoryProjectionTables } from '../projector/memoryProjectionTables.ts'
import { readerOf, siteOf } from './publishedSite.ts'

const LIST = BatchId.parse('99.01J00000000000000000000001')
const NOTICE = {
  batchId: LIST,
  province: '99',
  name: '第一批<script>',
  roundName: '2026年度',
  year: 2026,
  status: 'on-notice',
  startsOn: '2026-11-16',
  endsOn: '2026-11-20',
  unitCount: 1,
  workingDays: 5,
  contact: '省平安办 0991-0000000',
  issuer: '平安安和建设领导小组',
  approvalReference: '目录第12项',
  validYears: 3,
  namedCount: 0,
  entries: [{ county: '990101', cityName: '岚岭市', countyName: '砚洲区', unitName: '甲村', unitKind: 'village' }],
} as unknown as PublicNotice

/** An inbox in memory; nothing of it is read by the site. */
function inbox() {
  const counts = new Map<string, number>()
  const put: ReceivedObjection[] = []
  const files = new Map<string, { type: string; bytes: number }>()
  const limits: Limit[] = []
  return {
    counts,
    put,
    files,
    limits,
    inbox: {
      count: async (limit: Limit) => {
        limits.push(limit)
        const before = counts.get(limit.key) ?? 0
        if (before >= limit.most) return false
        counts.set(limit.key, before + 1)
        return true
      },
      putFile: async (key: string, type: string, bytes: Uint8Array) =>
        void files.set(key, { type, bytes: bytes.length }),
      // As a queue carries it: text.
      put: async (objection: ReceivedObjection) =>
        void put.push(ReceivedObjection.parse(JSON.parse(JSON.stringify(objection)))),
    },
  }
}

let box: ReturnType<typeof inbox>
let now = '2026-11-20T15:59:59.000Z'
let status: PublicObjectionStatus | undefined
let site: Awaited<ReturnType<typeof siteOf>>

beforeEach(async () => {
  box = inbox()
  now = '2026-11-20T15:59:59.000Z'
  site = await siteOf([], {
    reader: {
      ...readerOf(memoryProjectionTables()),
      findNotice: async () => ({ notice: NOTICE, results: [] }),
      findObjection: async () => status,
    },
    now: () => now,
    sender: { inbox: box.inbox, key: 'a key of this installation' },
  })
})

const TICKET = '01J0000000000000000000000A'
const FIELDS = {
  ticket: TICKET,
  unit: '1',
  who: 'named',
  name: '赵某某',
  contact: '0991-1234567',
  text: '去年发生一起盗窃案，未如实填报。',
}

const formOf = (fields: Record<string, string>, files: readonly File[] = []): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const file of files) form.append('files', file)
  return form
}
const send = (fields: Record<string, string> = FIELDS, files: readonly File[] = [], address = '203.0.113.7') =>
  site.request(
    `/notices/${LIST}/objections`,
    { method: 'POST', body: formOf(fields, files) },
    { requestContext: { requestId: 'r', address } },
  )

const PDF = new File([Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2])], '照片.pdf', { type: 'application/pdf' })

describe('the form of an objection', () => {
  test('is there without a script, says who keeps what, why and how long, and no cache keeps it', async () => {
    const answer = await site.request(`/notices/${LIST}/object?unit=1`)
    const page = await answer.text()
    for (const words of ['甲村', '谁保存', '为什么', '存多久', '8个月', '不收身份证号码', 'multipart/form-data'])
      expect(page).toContain(words)
    expect(page).not.toContain('<script')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('takes one in the last second of the last day in Beijing, and none in the next', async () => {
    expect((await send()).status).toBe(200)
    now = '2026-11-20T16:00:00.000Z'
    const late = await send()
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('公示已结束')
    expect(box.put).toHaveLength(1)
    expect((await site.request(`/notices/${LIST}/object`)).status).toBe(200)
  })

  test('gives number and code, by which alone the status is found', async () => {
    const page = await (await send()).text()
    const [number = '', code = ''] = [...page.matchAll(/class="exact receipt">([^<]+)</g)].map(([, text]) => text)
    const read = readReceipt(number, code.toLowerCase()) ?? expect.fail()
    expect(box.put[0]?.statusKey).toBe(statusKeyOf(read.number, read.code))
    expect(statusKeyOf(read.number, read.code)).toBe(digest(statusText(read.number, read.code)))
    expect(JSON.stringify(box.put)).not.toContain(read.code)
  })

  test('pressed twice is one objection with one receipt', async () => {
    const [one, two] = [await (await send()).text(), await (await send()).text()]
    expect(one).toBe(two)
    expect(new Set(box.put.map(({ id }) => id)).size).toBe(1)
  })

  test('of ten thousand from one address takes as many as a house may send in an hour', async () => {
    const answers = new Map<number, number>()
    for (let at = 0; at < 10_000; at++) {
      const ticket = `01J${String(at).padStart(23, '0')}`
      const { status: given } = await send({ ...FIELDS, ticket })
      answers.set(given, (answers.get(given) ?? 0) + 1)
    }
    expect(answers).toEqual(
      new Map([
        [200, OBJECTIONS_AN_ADDRESS_AN_HOUR],
        [429, 10_000 - OBJECTIONS_AN_ADDRESS_AN_HOUR],
      ]),
    )
    expect(box.put).toHaveLength(OBJECTIONS_AN_ADDRESS_AN_HOUR)
    expect((await send({ ...FIELDS, ticket: TICKET }, [], '203.0.113.8')).status).toBe(200)
  })

  test('counts a list as well, and keeps no address', async () => {
    await send()
    expect(box.limits.map(({ most }) => most)).toEqual([OBJECTIONS_AN_ADDRESS_AN_HOUR, OBJECTIONS_A_LIST_A_DAY])
    expect(JSON.stringify([box.limits, box.put])).not.toContain('203.0.113.7')
    for (const { until } of box.limits) expect(until).toBeGreaterThan(1.7e9)
    for (const { until } of box.limits) expect(until).toBeLessThan(2e9)
  })

  test('of an anonymous one keeps neither name nor contact nor files', async () => {
    await send({ ...FIELDS, who: 'anonymous' }, [PDF])
    expect(box.put[0]).toMatchObject({ anonymous: true, material: { files: [], text: FIELDS.text } })
    expect(JSON.stringify(box.put)).not.toContain('赵某某')
    expect(box.files.size).toBe(0)
  })

  test('takes files by what is in them, and refuses what is none of three types, too many and too large', async () => {
    expect((await send(FIELDS, [PDF])).status).toBe(200)
    expect([...box.files]).toEqual([[`objections/99/99.${TICKET}/0`, { type: 'application/pdf', bytes: 7 }]])
    const page = new File(['<html><script>'], '说明.pdf', { type: 'application/pdf' })
    const large = new File([Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]), new Uint8Array(4_000_000)], '大.pdf')
    for (const [files, words] of [
      [[page], '不是PDF、JPEG或PNG'],
      [[PDF, PDF, PDF, PDF], '附件最多3个'],
      [[large], '合计不能超过4MB'],
    ] as const) {
      const answer = await send(FIELDS, files)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain(words)
    }
    expect(box.put).toHaveLength(1)
  })

  test('shows what was typed again when something is missing, and what markup says as text', async () => {
    const answer = await send({ ...FIELDS, name: '', text: '<script>alert(1)</script>"' })
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('请填写姓名')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script')
  })

  test('refuses an identity number in every field, and takes an unknown unit for a fault', async () => {
    for (const field of ['name', 'contact', 'text'] as const) {
      const answer = await send({ ...FIELDS, [field]: '11010119900307803X 号' })
      expect(await answer.text(), field).toContain('请删去身份证号码')
    }
    expect(await (await send({ ...FIELDS, unit: '7' })).text()).toContain('名单上没有这个单位')
    expect(box.put).toHaveLength(0)
  })

  test('what is no form at all is asked for again', async () => {
    const answer = await site.request(`/notices/${LIST}/objections`, { method: 'POST', body: '{' })
    expect(answer.status).toBe(400)
  })
})

test('the status page says where it stands and what was answered, and nothing under a wrong code', async () => {
  const ask = (code: string) =>
    site.request('/objections', { method: 'POST', body: formOf({ number: 'YY20261120-7K3M9Q2X', code }) })
  status = undefined
  expect((await ask('7K3M-9Q2X-WHFD')).status).toBe(404)
  status = {
    number: 'YY20261120-7K3M9Q2X',
    batchId: LIST,
    batchName: '第一批',
    unitName: '甲村',
    anonymous: false,
    receivedOn: '2026-11-20',
    sentOn: '2026-11-20',
    status: 'answered',
    outcome: 'dismissed',
    answer: '经核查，不属实。',
    answeredOn: '2026-11-27',
    keptUntil: '2027-07-18',
  } as unknown as PublicObjectionStatus
  const answer = await ask('7k3m 9q2x whfd')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain('经核查，不属实。')
  expect((await ask('')).status).toBe(404)
})

test('a form comes through the gateway, in bytes or as text, and an address is the gateway’s own word', async () => {
  const serve = lambdaHandler(site)
  const request = new Request('http://x/', { method: 'POST', body: formOf(FIELDS, [PDF]) })
  const event = {
    rawPath: `/notices/${LIST}/objections`,
    rawQueryString: '',
    requestContext: { requestId: 'r', http: { method: 'POST', sourceIp: '203.0.113.9' } },
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    body: Buffer.from(await request.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  } as never
  expect((await serve(event)).statusCode).toBe(200)
  expect([...box.files.values()]).toEqual([{ type: 'application/pdf', bytes: 7 }])
  expect(visitorAddress('9.9.9.9, 198.51.100.1, 192.0.2.1', '192.0.2.1', 1)).toBe('198.51.100.1')
  expect(visitorAddress('9.9.9.9', '192.0.2.1', 0)).toBe('192.0.2.1')
})

test('what lies in the inbox is recorded, and a message that is none comes again alone', async () => {
  const world: HonourWorld = await honourWorld()
  const roundId = await round(world)
  const listId = await batch(world, roundId)
  const made = await Case.accepted(world, roundId, await village(world, '990101', '甲村'))
  await mustHold(made.propose(listId))
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
  now = '2026-03-03T02:00:00.000Z'
  const own = await siteOf([], {
    reader: {
      ...readerOf(memoryProjectionTables()),
      findNotice: async () => ({
        notice: { ...NOTICE, batchId: listId, startsOn: '2026-03-03', endsOn: '2026-03-09' } as PublicNotice,
        results: [],
      }),
    },
    now: () => now,
    sender: { inbox: box.inbox, key: 'k' },
  })
  await own.request(`/notices/${listId}/objections`, { method: 'POST', body: formOf(FIELDS) })
  const told: string[] = []
  const logged: string[] = []
  const answer = await takeInMessages(
    {
      Records: [
        { messageId: 'm1', body: JSON.stringify(box.put[0]) },
        { messageId: 'm2', body: '{"name":"赵某某"' },
      ],
    },
    {
      now,
      openStore: () => world.platform(),
      onTakenIn: (_number, outcome) => told.push(outcome),
      onFailure: (_id, reason) => logged.push(reason),
    },
  )
  expect(told).toEqual(['recorded'])
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'm2' }])
  expect(JSON.stringify(logged)).not.toContain('赵')
  expect((await made.state()).objections).toEqual({ open: 1, upheld: 0 })
})
