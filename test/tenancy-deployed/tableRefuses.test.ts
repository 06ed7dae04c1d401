import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import type { Purpose } from '@anjie/domain/access/index'
import { readStackFacts } from '@anjie/local/stackFacts'
import { s3EvidenceFiles } from '@anjie/store/aws/s3EvidenceFiles'
import type { Change } from '@anjie/use-cases/ports'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'
import { openApiSession } from './apiSession.ts'
import { scopedStores, scopeOfCode } from './scopedStores.ts'

/**
 * Our own check is taken away here: every store is opened with a reach that permits everything. What is refused is refused by
 * the table, from the tags of the session.
 */
const facts = await readStackFacts('test')
const session = await openApiSession(facts)
const stores = scopedStores(facts, session.sts)
afterAll(session.close)
const unchecked = (code: string) => stores.open(code, systemMark(), () => true)
const denied = /AccessDenied|not authorized/

const run = `${Date.now()}`
const own = unitChange('970201')
const neighbours = unitChange('970202')
const otherCitys = unitChange('970301')
const otherProvinces = unitChange('960101')

const slot = (county: string): Change => ({
  kind: 'application-slot',
  id: `${county}.${run}-${ulid()}`,
  expectedVersion: 0,
  next: { applicationId: null },
  fact: { type: 'ApplicationSlotTaken', details: someDetails('ApplicationSlotTaken') },
})

const title = (county: string): Change => {
  const id = `${county}.${ulid()}`
  const next = RECORD_KINDS.title.state.parse({
    id,
    county,
    honour: 'six-no-village',
    honourName: '六无平安村',
    level: 'province',
    year: 2026,
    unitName: '自封村',
    unitKind: 'village',
    provinceName: '某省',
    cityName: '某市',
    countyName: '某县',
    status: 'active',
    source: { kind: 'named-here' },
    updatedAt: '2026-03-02T01:00:00.000Z',
  })
  return {
    kind: 'title',
    id,
    expectedVersion: 0,
    next,
    fact: { type: 'TitleConferred', details: someDetails('TitleConferred') },
  }
}

const quota = (city: string): Change => ({
  kind: 'quota',
  id: `${city}.${ulid()}`,
  expectedVersion: 0,
  next: { used: 0 },
  fact: { type: 'QuotaCounted', details: someDetails('QuotaCounted') },
})

/** A title of a county that says in its id who confers it. */
const titleAt = (county: string, level: 'county' | 'city'): Change => {
  const made = title(county)
  const id = `${county}.${level}-${ulid()}`
  return { ...made, id, next: { ...made.next, id, level } } as Change
}

const numberOf = (code: string): Change => ({
  kind: 'document-number',
  id: `${code}.平安办〔2026〕${run.slice(-4)}${ulid().slice(-6)}号`,
  expectedVersion: 0,
  next: { batchId: `${code}.${ulid()}` },
  fact: { type: 'DocumentNumberUsed', details: someDetails('DocumentNumberUsed') },
})

beforeAll(async () => {
  for (const change of [own, neighbours, otherCitys, otherProvinces]) {
    const written = await unchecked(change.id.slice(0, 6)).commit([change])
    expect(written.ok).toBe(true)
  }
})

describe('with our own check taken away, the table', () => {
  test('gives a county its own record', async () => {
    expect((await unchecked('970201').get('unit', own.id))?.version).toBe(1)
  })

  test.each([
    ['a neighbour county', '970201', neighbours],
    ['a county of another city', '970201', otherCitys],
    ['a county of another province', '970201', otherProvinces],
    ['another city’s county', '9702', otherCitys],
    ['another province’s county', '9702', otherProvinces],
    ['another province’s county', '97', otherProvinces],
  ])('refuses the records of %s to %s', async (_, code, change) => {
    const store = () => unchecked(code)
    const owner = change.id.slice(0, 6)
    await expect(store().get('unit', change.id)).rejects.toThrow(denied)
    await expect(store().getMany('unit', [change.id])).rejects.toThrow(denied)
    await expect(store().facts('unit', change.id)).rejects.toThrow(denied)
    await expect(store().getPart('unit', change.id, { name: 'x', content: z.unknown() })).rejects.toThrow(denied)
    await expect(store().putParts('unit', change.id, [{ name: 'x', content: 1 }])).rejects.toThrow(denied)
    await expect(store().commit([unitChange(owner)])).rejects.toThrow(denied)
    await expect(store().commit([slot(owner)])).rejects.toThrow(denied)
    await expect(stores.tables(code).query('views', `T#${owner}#unit#list#`)).rejects.toThrow(denied)
  })

  test('refuses a whole transaction when one of its items is a neighbour’s', async () => {
    const mine = unitChange('970201')
    await expect(unchecked('970201').commit([mine, unitChange('970202')])).rejects.toThrow(denied)
    expect(await stores.open('970201').get('unit', mine.id)).toBeUndefined()
  })

  test('lets an overseer read down, and write at its own step only', async () => {
    for (const code of ['9702', '97']) {
      expect((await unchecked(code).get('unit', own.id))?.version).toBe(1)
      expect((await unchecked(code).commit([slot('970201')])).ok).toBe(true)
    }
    await expect(unchecked('9702').commit([unitChange('970201')])).rejects.toThrow(denied)
    // The province carries a county's register over where its divisions change (ADR 0048).
    expect((await unchecked('97').commit([unitChange('970201')])).ok).toBe(true)
    await expect(unchecked('97').commit([unitChange('960101')])).rejects.toThrow(denied)
    expect((await unchecked('9702').commit([quota('9702')])).ok).toBe(true)
    await expect(unchecked('9702').commit([quota('9703')])).rejects.toThrow(denied)
    await expect(unchecked('970201').commit([quota('9702')])).rejects.toThrow(denied)
  })

  test('lets nobody below the province confer a title of the province', async () => {
    await expect(unchecked('970201').commit([title('970201')])).rejects.toThrow(denied)
    await expect(unchecked('9702').commit([title('970201')])).rejects.toThrow(denied)
    expect((await unchecked('97').commit([title('970201')])).ok).toBe(true)
  })

  test('lets a county confer its own titles and a city those that it names in its counties, and neither the other’s', async () => {
    expect((await unchecked('970201').commit([titleAt('970201', 'county')])).ok).toBe(true)
    await expect(unchecked('9702').commit([titleAt('970201', 'county')])).rejects.toThrow(denied)
    await expect(unchecked('970202').commit([titleAt('970201', 'county')])).rejects.toThrow(denied)
    expect((await unchecked('9702').commit([titleAt('970201', 'city')])).ok).toBe(true)
    await expect(unchecked('970201').commit([titleAt('970201', 'city')])).rejects.toThrow(denied)
    await expect(unchecked('9703').commit([titleAt('970201', 'city')])).rejects.toThrow(denied)
  })

  test('lets nobody above use up a county’s or city’s document numbers, with which they name', async () => {
    expect((await unchecked('970201').commit([numberOf('970201')])).ok).toBe(true)
    await expect(unchecked('9702').commit([numberOf('970201')])).rejects.toThrow(denied)
    await expect(unchecked('97').commit([numberOf('970201')])).rejects.toThrow(denied)
    expect((await unchecked('9702').commit([numberOf('9702')])).ok).toBe(true)
    await expect(unchecked('97').commit([numberOf('9702')])).rejects.toThrow(denied)
  })

  test('keeps score runs, the commission’s figures and lists that are drawn up from everybody below the province', async () => {
    for (const code of ['970201', '9702']) {
      await expect(unchecked(code).get('run', `97.${ulid()}`)).rejects.toThrow(denied)
      await expect(unchecked(code).get('commission-values', `97.${ulid()}-970201`)).rejects.toThrow(denied)
      await expect(stores.tables(code).query('views', 'P#97#run#list#')).rejects.toThrow(denied)
      await expect(unchecked(code).get('batch', `97.${ulid()}`)).rejects.toThrow(denied)
      await expect(stores.tables(code).query('views', 'P#97#batch#list#')).rejects.toThrow(denied)
      expect(await unchecked(code).get('cycle', `97.${ulid()}`)).toBeUndefined()
    }
  })

  describe('to a unit', () => {
    const unit = `970201.${ulid()}`
    const beside = `970201.${ulid()}`
    const slotOf = (of: string): Change => ({ ...slot('970201'), id: `${of}-${ulid()}` }) as Change
    const mine = slotOf(unit)
    const theirs = slotOf(beside)
    beforeAll(async () => {
      for (const [of, change] of [
        [unit, mine],
        [beside, theirs],
      ] as const) {
        expect((await unchecked('970201').commit([unitChange('970201', { id: of })])).ok).toBe(true)
        expect((await unchecked(of).commit([change])).ok).toBe(true)
      }
    })

    test('gives its own entry and its own records, which its county reads as well', async () => {
      expect((await unchecked(unit).get('unit', unit))?.version).toBe(1)
      expect((await unchecked(unit).get('application-slot', mine.id))?.version).toBe(1)
      expect((await unchecked('970201').get('application-slot', mine.id))?.version).toBe(1)
    })

    test('refuses the records of the unit beside it, of every kind that a unit has, to read and to write', async () => {
      const store = () => unchecked(unit)
      await expect(store().get('unit', beside)).rejects.toThrow(denied)
      for (const kind of ['application-slot', 'application', 'submission', 'appeal'] as const) {
        await expect(store().get(kind, theirs.id), kind).rejects.toThrow(denied)
        await expect(store().getMany(kind, [theirs.id]), kind).rejects.toThrow(denied)
        await expect(store().facts(kind, theirs.id), kind).rejects.toThrow(denied)
      }
      await expect(store().putParts('submission', theirs.id, [{ name: 'x', content: 1 }])).rejects.toThrow(denied)
      await expect(store().commit([slotOf(beside)])).rejects.toThrow(denied)
      await expect(store().commit([slotOf(unit), slotOf(beside)])).rejects.toThrow(denied)
    })

    test('refuses lists, home pages and scorecards of the unit beside it and of its county, and what is the county’s to write', async () => {
      const tables = stores.tables(unit)
      for (const owner of [`U#${beside}#`, 'T#970201#', 'Z#9702#'])
        for (const what of ['application#list#', 'submission#list#', 'unit#list#', 'home#', 'handled#'])
          await expect(tables.query('views', `${owner}${what}`), `${owner}${what}`).rejects.toThrow(denied)
      await tables.query('views', `U#${unit}#application#list#`)
      const store = () => unchecked(unit)
      await expect(store().commit([unitChange('970201')])).rejects.toThrow(denied)
      await expect(store().commit([titleAt('970201', 'county')])).rejects.toThrow(denied)
      await expect(store().get('membership', `970201.${ulid()}`)).rejects.toThrow(denied)
      await expect(store().get('run', `970201.${ulid()}`)).rejects.toThrow(denied)
      await expect(store().get('commission-values', `970201.${ulid()}-${unit}`)).rejects.toThrow(denied)
    })
  })

  test('lets nobody scan', async () => {
    for (const code of [`970201.${ulid()}`, '970201', '9702', '97']) {
      for (const TableName of [facts.tables.records, facts.tables.views, facts.tables.memberships]) {
        await expect(stores.client(code).send(new ScanCommand({ TableName }))).rejects.toThrow(denied)
      }
    }
  })
})

describe('a session that has no business with the facts of a record', () => {
  const pk = (kind: string) => `T#970201#${kind}#970201.${run}#`
  const put = (kind: string, purpose: Purpose) =>
    stores.client('970201', purpose).send(
      new PutCommand({
        TableName: facts.tables.records,
        Item: { pk: pk(kind), sk: 'TRIED#' },
      }),
    )

  test('has no right to them: who only reads writes nothing, not even in its own county', async () => {
    for (const kind of ['unit', 'submission', 'application', 'idempotency'])
      await expect(put(kind, 'read'), kind).rejects.toThrow(denied)
  })

  test.each([
    ['units', 'unit', ['submission', 'application', 'appeal', 'cycle']],
    ['submissions', 'submission', ['unit', 'application', 'appeal', 'cycle']],
    ['honours', 'application', ['unit', 'submission', 'appeal', 'run']],
  ] as const)('writes what its purpose writes: %s', async (purpose, kind, others) => {
    await put(kind, purpose)
    for (const other of others) await expect(put(other, purpose), other).rejects.toThrow(denied)
  })

  test('cannot be had for a purpose that does not exist', async () => {
    await expect(stores.credentials(scopeOfCode('970201'), '*' as Purpose)).rejects.toThrow(denied)
  })

  test('takes no file in', async () => {
    const s3 = (purpose: Purpose) =>
      new S3Client({
        region: facts.region,
        endpoint: facts.endpoint,
        forcePathStyle: true,
        credentials: () => stores.credentials(scopeOfCode('970201'), purpose),
      })
    const object = { Bucket: facts.evidenceBucket, Key: `evidence/970201/970201.S/970201.${run}R`, Body: 'x' }
    await expect(s3('read').send(new PutObjectCommand(object))).rejects.toThrow()
    await s3('submissions').send(new PutObjectCommand(object))
  })
})

describe('the evidence bucket', () => {
  const s3 = (code: string) =>
    new S3Client({
      region: facts.region,
      endpoint: facts.endpoint,
      forcePathStyle: true,
      credentials: () => stores.credentials(scopeOfCode(code), 'submissions'),
    })
  const object = (county: string) => ({
    Bucket: facts.evidenceBucket,
    Key: `evidence/${county}/${county}.S/${county}.${run}`,
  })

  test('gives a county its own files and refuses its neighbour’s; an overseer reads down and writes nothing', async () => {
    await s3('970201').send(new PutObjectCommand({ ...object('970201'), Body: 'x' }))
    await s3('970201').send(new GetObjectCommand(object('970201')))
    await s3('9702').send(new GetObjectCommand(object('970201')))
    await s3('97').send(new GetObjectCommand(object('970201')))
    await expect(s3('970202').send(new GetObjectCommand(object('970201')))).rejects.toThrow()
    await expect(s3('970202').send(new PutObjectCommand({ ...object('970201'), Body: 'y' }))).rejects.toThrow()
    await expect(s3('9703').send(new GetObjectCommand(object('970201')))).rejects.toThrow()
    await expect(s3('9702').send(new PutObjectCommand({ ...object('970201'), Body: 'y' }))).rejects.toThrow()
  })
})

describe('an upload form', () => {
  const files = (code: string) =>
    s3EvidenceFiles(
      new S3Client({
        region: facts.region,
        endpoint: facts.endpoint,
        forcePathStyle: true,
        credentials: () => stores.credentials(scopeOfCode(code), 'submissions'),
      }),
      facts.evidenceBucket,
    )
  const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])

  const send = async (
    form: { url: string; fields: Record<string, string> },
    file: Uint8Array<ArrayBuffer>,
    change: Record<string, string> = {},
  ) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...form.fields, ...change })) body.append(name, value)
    body.append('file', new Blob([file]), '佐证.pdf')
    return (await fetch(form.url, { method: 'POST', body })).status
  }

  test('takes its one key, its type and at most its size, and the file is then seen as it is', async () => {
    const key = `evidence/970201/970201.S/970201.${run}F`
    const form = await files('970201').uploadForm(key, 'application/pdf', 10)
    expect(await files('970201').inspect(key)).toBeUndefined()
    expect(await send(form, new Uint8Array(11))).toBeGreaterThanOrEqual(400)
    expect(await send(form, pdf, { 'Content-Type': 'text/html' })).toBeGreaterThanOrEqual(400)
    expect(await send(form, pdf, { key: `evidence/970202/970202.S/970202.${run}F` })).toBeGreaterThanOrEqual(400)
    expect(await files('970201').inspect(key)).toBeUndefined()
    expect(await send(form, pdf)).toBeLessThan(300)
    expect(await files('970201').inspect(key)).toMatchObject({ bytes: 6, head: pdf })
    const download = await fetch(await files('970201').downloadUrl(key, '佐证.pdf', 'application/pdf'))
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(pdf)
    expect(download.headers.get('content-disposition')).toContain("filename*=UTF-8''")
  })

  test('that a neighbour signs for another county’s key is refused', async () => {
    const key = `evidence/970201/970201.S/970201.${run}G`
    const form = await files('970202').uploadForm(key, 'application/pdf', 10)
    expect(await send(form, pdf)).toBeGreaterThanOrEqual(400)
    expect(await files('970201').inspect(key)).toBeUndefined()
  })
})

describe('a session', () => {
  test('is given to the API’s own role and to nobody else, the account’s root not excepted', async () => {
    const root = new STSClient({
      region: facts.region,
      endpoint: facts.endpoint,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
    const Tags = [
      { Key: 'county', Value: '970201' },
      { Key: 'city', Value: '9702' },
      { Key: 'province', Value: '97' },
      { Key: 'purpose', Value: 'read' },
    ]
    const input = { RoleArn: facts.roles.county, RoleSessionName: 'attempt', Tags }
    await expect(root.send(new AssumeRoleCommand(input))).rejects.toThrow(denied)
    await session.sts.send(new AssumeRoleCommand(input))
  })

  test('without tags, or with a pattern for a tag, reaches nothing', async () => {
    const purpose = { Key: 'purpose', Value: 'read' }
    for (const Tags of [
      [],
      [purpose],
      [{ Key: 'county', Value: '*' }, purpose],
      [{ Key: 'county', Value: '97020?' }, purpose],
    ]) {
      const attempt = async () => {
        const { Credentials } = await session.sts.send(
          new AssumeRoleCommand({ RoleArn: facts.roles.county, RoleSessionName: 'attempt', Tags }),
        )
        const { DynamoDBClient, GetItemCommand } = await import('@aws-sdk/client-dynamodb')
        const client = new DynamoDBClient({
          region: facts.region,
          endpoint: facts.endpoint,
          credentials: {
            accessKeyId: Credentials?.AccessKeyId ?? '',
            secretAccessKey: Credentials?.SecretAccessKey ?? '',
            sessionToken: Credentials?.SessionToken ?? '',
          },
        })
        const Key = { pk: { S: `T#970201#unit#${own.id}#` }, sk: { S: 'STATE#' } }
        await client.send(new GetItemCommand({ TableName: facts.tables.records, Key }))
      }
      await expect(attempt()).rejects.toThrow(denied)
    }
  })
})
