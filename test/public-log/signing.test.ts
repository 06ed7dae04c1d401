import { verify } from 'node:crypto'
import { idOfLine } from '@anjie/contracts/vocabulary/public-log/idOfLine'
import { LOG_PAGE_LINES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { rawSignature } from '@anjie/function-signer/rawSignature'
import { hexOf } from '@anjie/kernel'
import { leafHash, rootOfLeaves } from '@anjie/kernel/merkle'
import { extendPublicLog } from '@anjie/use-cases/public-log/extendPublicLog'
import { compactVerify, createLocalJWKSet, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { type HonourWorld, honourWorld } from '../builders/honours.ts'
import { namedList, SITE, signAt } from '../builders/namedList.ts'
import { sha256, testKey } from '../builders/testSigner.ts'

const key = testKey()

async function logOf(world: HonourWorld) {
  const store = world.platform()
  const log = (await store.get('log', '99.log'))?.state
  const pages = Math.ceil((log?.size ?? 0) / LOG_PAGE_LINES)
  const found = await store.getMany(
    'log-page',
    Array.from({ length: pages }, (_, at) => `99.${String(at).padStart(8, '0')}`),
  )
  const lines = [...found.values()]
    .toSorted((a, b) => a.state.number - b.state.number)
    .flatMap(({ state }) => state.lines)
  return { log, lines, pages: [...found.values()].map(({ state }) => state) }
}

const rootOf = (lines: readonly string[]) =>
  hexOf(
    rootOfLeaves(
      sha256,
      lines.map((line) => leafHash(sha256, new TextEncoder().encode(line))),
    ),
  )

describe('the public log', () => {
  test('has a line for the notice, its end, the decision, each title and the end of the naming, in the order of their facts', async () => {
    const { world } = await namedList()
    expect(await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)).toMatchObject({ logged: 6, failed: [] })
    const { lines } = await logOf(world)
    expect(lines.map((line) => JSON.parse(line).type).sort()).toEqual(
      ['NamingCompleted', 'NamingDecided', 'NoticeClosed', 'NoticeOpened', 'TitleConferred', 'TitleConferred'].sort(),
    )
    const times = lines.map((line) => JSON.parse(line).at)
    expect(times).toEqual(times.toSorted())
    expect(JSON.parse(lines.find((line) => line.includes('TitleConferred')) ?? '')).toMatchObject({
      status: 'active',
      unit: expect.stringMatching(/^柳湾\d村$/),
      serial: expect.stringMatching(/^平安99-WL-2026-000\d-/),
    })
    // Nothing of who did it, nor of an opinion.
    expect(lines.join()).not.toMatch(/测试|经办|材料齐全/)
  })

  test('gets no second line of what it has, however often what was published is told again', async () => {
    const { world } = await namedList()
    await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)
    const before = await logOf(world)
    expect(await signAt(world, '2026-03-10T02:01:00.000Z', key.signer)).toMatchObject({
      issued: 0,
      logged: 0,
      head: false,
    })
    // As a rebuild tells it: everything waits once more.
    const told = before.lines.map((line) => ({ id: idOfLine(line) ?? '', at: JSON.parse(line).at, line }))
    const again = { ...world.platform(), unlogged: async () => told }
    expect(await extendPublicLog({ store: again, province: '99', sha256 })).toEqual({ added: 0, waiting: false })
    // And as lists tell it that know of no line yet.
    const blind = { ...again, loggedAmong: async () => new Set<string>() }
    expect(await extendPublicLog({ store: blind, province: '99', sha256 })).toEqual({ added: 0, waiting: false })
    expect((await logOf(world)).lines).toEqual(before.lines)
  })

  test('gets no second line of what lies on pages long full, as a rebuild tells it again', async () => {
    const world = await honourWorld()
    const waiting = Array.from({ length: 1500 }, (_, at) => {
      const id = `99.01J${String(at).padStart(23, '0')}@1`
      return { id, at: '2026-03-02T01:00:00.000Z', line: JSON.stringify({ at: '2026-03-02T01:00:00.000Z', id }) }
    })
    const tell = (part: typeof waiting) =>
      extendPublicLog({ store: { ...world.platform(), unlogged: async () => part }, province: '99', sha256 })
    await tell(waiting.slice(0, 900))
    await tell(waiting.slice(900))
    expect(await tell(waiting.slice(0, 5))).toEqual({ added: 0, waiting: false })
    expect((await logOf(world)).lines).toHaveLength(1500)
  })

  test('of two runners at once only one adds the lines', async () => {
    const { world } = await namedList()
    world.now = '2026-03-10T02:00:00.000Z'
    const runs = await Promise.all(
      [1, 2, 3].map(() => extendPublicLog({ store: world.platform(), province: '99', sha256 })),
    )
    expect(runs.map(({ added }) => added).toSorted()).toEqual([0, 0, 6])
    expect(new Set((await logOf(world)).lines).size).toBe(6)
  })

  test('goes on over full pages, each a tile whose root is kept, and is the tree of its lines', async () => {
    const world = await honourWorld()
    const waiting = Array.from({ length: 700 }, (_, at) => {
      const id = `99.01J${String(at).padStart(23, '0')}@1`
      return { id, at: '2026-03-02T01:00:00.000Z', line: JSON.stringify({ at: '2026-03-02T01:00:00.000Z', id }) }
    })
    for (const part of [waiting.slice(0, 100), waiting.slice(100, 600), waiting.slice(600)]) {
      const store = { ...world.platform(), unlogged: async () => part }
      expect(await extendPublicLog({ store, province: '99', sha256 })).toEqual({ added: part.length, waiting: false })
    }
    const { log, lines, pages } = await logOf(world)
    expect(lines).toEqual(waiting.map(({ line }) => line))
    expect(log?.size).toBe(700)
    expect(pages.flatMap(({ completed = [] }) => completed)).toEqual([
      { level: 8, index: 0, hash: rootOf(lines.slice(0, 256)) },
      { level: 8, index: 1, hash: rootOf(lines.slice(256, 512)) },
    ])
    expect(await signAt(world, '2026-03-02T02:00:00.000Z', key.signer)).toMatchObject({ head: true })
    expect((await world.platform().get('log-head', '99.2026-03-02'))?.state).toMatchObject({
      size: 700,
      root: rootOf(lines),
    })
  })

  test('has one signed head a day by Beijing’s calendar, which a library of others accepts', async () => {
    const { world } = await namedList()
    expect(await signAt(world, '2026-03-10T15:59:59.000Z', key.signer)).toMatchObject({ head: true })
    expect(await signAt(world, '2026-03-10T15:59:59.999Z', key.signer)).toMatchObject({ head: false })
    expect(await signAt(world, '2026-03-10T16:00:00.000Z', key.signer)).toMatchObject({ head: true })
    const head = (await world.platform().get('log-head', '99.2026-03-11'))?.state
    const { payload, protectedHeader } = await compactVerify(
      head?.signed ?? '',
      await importJWK(key.signer.jwk, 'ES256'),
      {
        algorithms: ['ES256'],
      },
    )
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: key.signer.kid, typ: 'anjie-log-head' })
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      log: SITE,
      day: '2026-03-11',
      size: 6,
      root: rootOf((await logOf(world)).lines),
      at: '2026-03-10T16:00:00.000Z',
    })
  })
})

describe('a certificate', () => {
  const certificateOf = async (world: HonourWorld, titleId = '', copy = 1) =>
    (await world.platform().get('certificate', `${titleId}-${copy}`))?.state

  test('is issued for every named title, once, signed over all that is printed, and accepted by a library of others', async () => {
    const { world, titles } = await namedList(3)
    expect(await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)).toMatchObject({ issued: 3, failed: [] })
    expect(await signAt(world, '2026-03-10T02:01:00.000Z', key.signer)).toMatchObject({ issued: 0 })
    for (const titleId of titles) {
      const title = (await world.platform().get('title', titleId))?.state
      const certificate = await certificateOf(world, titleId)
      const keys = createLocalJWKSet({ keys: [{ ...key.signer.jwk, kid: key.signer.kid, alg: 'ES256' }] })
      const { payload, protectedHeader } = await compactVerify(certificate?.signed ?? '', keys, {
        algorithms: ['ES256'],
      })
      expect(protectedHeader.typ).toBe('anjie-certificate')
      expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
        serial: title?.serial,
        honour: title?.honourName,
        level: 'province',
        year: 2026,
        unit: title?.unitName,
        province: '安和省',
        city: title?.cityName,
        county: title?.countyName,
        township: '柳湾镇',
        issuer: title?.issuer,
        documentNumber: '平安办〔2026〕12号',
        namedOn: '2026-03-10',
        validUntil: title?.validUntil,
        copy: 1,
        replaces: null,
        issuedOn: '2026-03-10',
        site: SITE,
      })
      // And by the machine's own cryptography, without any library of JOSE.
      const [header, body, signature = ''] = (certificate?.signed ?? '').split('.')
      expect(
        verify(
          'sha256',
          Buffer.from(`${header}.${body}`),
          { key: key.publicKey, dsaEncoding: 'ieee-p1363' },
          Buffer.from(signature, 'base64url'),
        ),
      ).toBe(true)
    }
  })

  test('that is there already holds up none of those beside which it is still listed', async () => {
    const { world } = await namedList(3)
    const all = await world.platform().uncertified(10)
    await signAt(world, '2026-03-10T02:00:00.000Z', key.signer, { uncertified: async () => all.slice(0, 1) })
    const report = await signAt(world, '2026-03-10T02:01:00.000Z', key.signer, { uncertified: async () => all })
    expect(report).toMatchObject({ issued: 2, failed: [] })
  })

  test('is issued once by runners that meet', async () => {
    const { world } = await namedList(3)
    const reports = await Promise.all([1, 2].map(() => signAt(world, '2026-03-10T02:00:00.000Z', key.signer)))
    expect(reports.map(({ issued }) => issued).toSorted()).toEqual([0, 3])
  })

  test('that cannot be signed is told of, waits, and holds up neither the others nor the log', async () => {
    const { world } = await namedList(3)
    let first = true
    const broken = {
      ...key.signer,
      sign: (typ: string, payload: unknown) => {
        if (typ !== 'anjie-certificate' || !first) return key.signer.sign(typ, payload)
        first = false
        return Promise.reject(new Error('throttled'))
      },
    }
    const report = await signAt(world, '2026-03-10T02:00:00.000Z', broken)
    expect(report).toMatchObject({ issued: 2, logged: 7, head: true, failed: [{ reason: 'throttled' }] })
    expect(await signAt(world, '2026-03-10T02:01:00.000Z', key.signer)).toMatchObject({ issued: 1, failed: [] })
  })

  test('of before another key signs stays good by the key that signed it, which stays published', async () => {
    const { world, titles } = await namedList(1)
    await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)
    const next = testKey()
    await signAt(world, '2026-03-10T16:02:00.000Z', next.signer)
    const keys = await Promise.all(
      [key, next].map(async ({ signer }) => (await world.platform().get('signing-key', `99.${signer.kid}`))?.state),
    )
    const set = createLocalJWKSet({
      keys: keys.flatMap((each) => (each === undefined ? [] : [{ ...each.jwk, kid: each.kid }])),
    })
    const signed = (await certificateOf(world, titles[0]))?.signed ?? ''
    await expect(compactVerify(signed, set, { algorithms: ['ES256'] })).resolves.toBeDefined()
    const head = (await world.platform().get('log-head', '99.2026-03-11'))?.state
    expect(head?.kid).toBe(next.signer.kid)
    await expect(compactVerify(head?.signed ?? '', set, { algorithms: ['ES256'] })).resolves.toBeDefined()
  })
})

test('a signature in DER becomes the 64 bytes of JOSE, also where a number is short or has a zero before it', () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
  const long = 'ff'.repeat(32)
  const short = '7f'.repeat(30)
  const der = (r: string, s: string) => {
    const integer = (digits: string) => `02${(digits.length / 2).toString(16).padStart(2, '0')}${digits}`
    const body = integer(r) + integer(s)
    return bytes(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`)
  }
  expect(hexOf(rawSignature(der(`00${long}`, short)))).toBe(`${long}0000${short}`)
  expect(hexOf(rawSignature(der(short, `00${long}`)))).toBe(`0000${short}${long}`)
  expect(() => rawSignature(bytes('3100'))).toThrow('DER')
  expect(() => rawSignature(der(`00${long}ff`, short))).toThrow('P-256')
  expect(() => rawSignature(der(`00${long}`, short).slice(0, -1))).toThrow('DER')
})
