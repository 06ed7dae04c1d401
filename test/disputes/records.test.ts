import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { unpack } from '@anjie/store/packed'
import { expect, test } from 'vitest'
import type { TestAnswer } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { CLERK, desk } from '../intake/importing.ts'
import { brought, county, entry, fileOf, matched, SYSTEMS, save, YEAR } from './countyDesk.ts'
import { fourExports, usual } from './fourExports.ts'

test('what a system says again changes nothing, and what it says anew is a correction of the same dispute', async () => {
  const made = await desk()
  const first = await save(made, entry('province', 'ZF202500001', { parties: ['王大明', '李小红'] }))
  expect(first.status, JSON.stringify(first.body)).toBe(200)
  const again = await save(made, entry('province', '（ZF2025）00001', { parties: ['王大明', '李小红'] }))
  const reworded = await save(made, entry('province', 'ZF202500001', { parties: ['王大明', '李小红'] }))
  expect(reworded.body).toMatchObject({ id: first.body['id'] })
  expect(again.body['id']).toBe(first.body['id'])
  const before = made.api.stores.recordedFacts().length
  expect((await save(made, entry('province', 'ZF202500001', { parties: ['王大明', '李小红'] }))).body['status']).toBe(
    'unchanged',
  )
  expect(made.api.stores.recordedFacts()).toHaveLength(before)
  const corrected = await save(
    made,
    entry('province', 'ZF202500001', { village: '城东', parties: ['王大明', '李小红'] }),
  )
  expect(corrected.body).toMatchObject({ id: first.body['id'], status: 'corrected' })
})

test('no name and no personal number is kept, of a call and of a file; the file itself is taken away', async () => {
  const made = await county()
  await save(
    made,
    entry('province', 'ZF202500001', {
      parties: ['欧阳明月', '司徒长风'],
      summary: '电话13800138000，身份证11010519491231002X',
    }),
  )
  const { files } = fourExports({ ...usual, disputes: 30, masked: 0, typo: 0, rewritten: 0 })
  const [file] = files
  if (file === undefined) throw new Error('no file')
  const named = {
    headings: file.headings,
    rows: file.rows.map(({ cells }) => ({
      cells: cells.map((cell, at) =>
        file.headings[at] === '当事人' ? '欧阳明月、司徒长风' : at === 5 ? '口角' : cell,
      ),
    })),
  }
  const batch = await brought(made, 'province', fileOf(named))
  expect(await made.api.stores.evidence.inspect(importFileKey(batch))).toBeUndefined()
  const beside = made.api.stores.tables
    .dump('records')
    .flatMap((item) => (item['part'] === undefined ? [] : [unpack(item['part'])]))
  const views = made.api.stores.tables.dump('views').map((item) => item['row'] ?? '')
  expect(JSON.stringify(beside)).toContain('口角')
  const kept = JSON.stringify([made.api.stores.recordedFacts(), beside, views])
  for (const secret of ['欧阳', '明月', '司徒', '长风', '13800138000', '11010519491231002X'])
    expect(kept).not.toContain(secret)
  expect(kept).toContain('号码已隐去')
})

test('whom a dispute names is kept a year after its end and is then nobody, in no state, fact or row any more', async () => {
  const made = await desk()
  const none = { stated: false, on: null }
  const ended = { agreed: none, performed: none, closed: { stated: true, on: '2025-03-20' }, settled: none }
  const [one, other] = [
    entry('province', 'ZF202500001', { parties: ['王大明', '李小红'], summary: '', kind: '02', outcomes: ended }),
    entry('stability', 'WW202500001', {
      parties: ['王大明', '李小红'],
      summary: '',
      kind: '14',
      receivedOn: '2025-03-08',
      outcomes: ended,
    }),
  ]
  for (const each of [one, other]) await save(made, each)
  const sides = () => made.api.stores.tables.dump('records').filter(({ sk }) => sk === 'SIDE#persons#')
  const lastDay = Date.parse('2026-03-20T24:00:00+08:00') / 1000
  expect(sides().map(({ expiresAt }) => expiresAt)).toEqual([lastDay, lastDay])
  const digests = sides().flatMap(({ content }) => {
    const { parties } = unpack(content) as { parties: { name: string }[] }
    return parties.map(({ name }) => name)
  })
  expect(new Set(digests).size).toBe(2)
  const elsewhere = JSON.stringify([
    made.api.stores.recordedFacts(),
    made.api.stores.tables.dump('views'),
    made.api.stores.tables.dump('records').filter(({ sk }) => sk !== 'SIDE#persons#'),
  ])
  for (const digest of digests) expect(elsewhere).not.toContain(digest)
  // The day after, they are compared no more, whether or not the table has taken them away.
  const found = async (day: string) => {
    made.api.setNow(`${day}T03:00:00.000Z`)
    return matched(made)
  }
  expect(await found('2026-03-21')).toEqual({ joined: 0, asked: 0 })
  const { joined, asked } = await found('2026-03-20')
  expect(joined + asked).toBe(1)
})

test('four exports come in, are joined, and their figures open to the disputes behind them', async () => {
  const made = await county()
  const { files } = fourExports({ ...usual, disputes: 120 })
  for (const [at, file] of files.entries()) await brought(made, SYSTEMS[at] ?? '', fileOf(file))
  const rows = files.reduce((sum, file) => sum + file.rows.length, 0)
  const { joined } = await matched(made)
  expect(joined).toBeGreaterThan(60)
  expect((await matched(made)).joined).toBe(0)

  const answer = await made.api.call('reconcileDisputes', { member: CLERK, query: YEAR })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const sheet = answer.body as {
    common: Record<string, number>
    bySystem: {
      system: string
      entries: number
      found: number
      resolved: number
      onlyHere: number
      missingHere: number
    }[]
    differing: Record<string, number>
    townships: { found: number }[]
  }
  const { common } = sheet
  expect((common['inAllSystems'] ?? 0) + (common['inSeveral'] ?? 0) + (common['inOne'] ?? 0)).toBe(common['found'])
  expect(sheet.townships.reduce((sum, { found }) => sum + found, 0)).toBe(common['found'])
  expect(sheet.bySystem.reduce((sum, { entries }) => sum + entries, 0)).toBe(rows)

  const behind = async (set: string, system = ''): Promise<number> => {
    let total = 0
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: TestAnswer = await made.api.call('listDisputes', {
        member: CLERK,
        query: `${YEAR}&set=${set}&after=${after}${system === '' ? '' : `&system=${system}`}`,
      })
      total += (page.body['disputes'] as unknown[]).length
      after = page.body['after'] as number | undefined
    }
    return total
  }
  expect(await behind('found')).toBe(common['found'])
  expect(await behind('resolved')).toBe(common['resolved'])
  expect(await behind('in-all')).toBe(common['inAllSystems'])
  expect(await behind('in-one')).toBe(common['inOne'])
  for (const { system, onlyHere, missingHere } of sheet.bySystem) {
    expect(await behind('only-here', system)).toBe(onlyHere)
    expect(await behind('missing-here', system)).toBe(missingHere)
  }
  for (const [difference, count] of Object.entries(sheet.differing)) expect(await behind(difference)).toBe(count)

  const [province] = files
  if (province === undefined) throw new Error('no file')
  const same = await made.bring(fileOf(province), { list: 'disputes', target: 'province' })
  expect((await made.batch(same)).plan).toMatchObject({ new: 0, changed: 0, refused: 0, same: province.rows.length })
  const corrected = {
    ...province,
    rows: province.rows.map((row, at) =>
      at === 3
        ? { cells: row.cells.map((cell, column) => (column === 8 ? '调解不成功' : column === 9 ? '' : cell)) }
        : row,
    ),
  }
  const id = await made.bring(fileOf(corrected), { list: 'disputes', target: 'province' })
  const plan = (await made.batch(id)).plan
  expect(plan).toMatchObject({ new: 0, changed: 1, refused: 0, same: province.rows.length - 1 })
  const [row] = await made.rows(id, 'changing')
  expect(row?.changes.map(({ name }) => name)).toEqual(['结果用词', '结果'])
  const facts = made.api.stores.recordedFacts().length
  await made.step('confirmImport', id)
  await made.finish(id)
  const corrections = made.api.stores.recordedFacts().slice(facts)
  expect(corrections.map(({ type }) => type).filter((type) => type === 'DisputeCorrected')).toHaveLength(1)
  // Once more, and nothing is left to change.
  const third = await made.bring(fileOf(corrected), { list: 'disputes', target: 'province' })
  expect((await made.batch(third)).plan).toMatchObject({ new: 0, changed: 0, same: province.rows.length })
}, 60_000)

test('a pair is asked about once, the answer stays, and a wrong joining comes apart for good', async () => {
  const made = await desk()
  const pair = [
    entry('province', 'ZF202500001', { parties: ['王大明', '李小红'], amount: '300' }),
    entry('stability', 'WW202500001', { parties: ['王大明', '李小红'], amount: '300', receivedOn: '2025-03-03' }),
  ]
  for (const each of pair) await save(made, each)
  const { joined } = await matched(made)
  expect(joined).toBe(1)
  const list = await made.api.call('listDisputes', { member: CLERK, query: YEAR })
  const [dispute] = list.body['disputes'] as { id: string; entries: unknown[] }[]
  expect(dispute?.entries).toHaveLength(2)
  const open = await made.api.call('getDispute', { member: CLERK, params: { disputeId: dispute?.id ?? '' } })
  const state = open.body['state'] as { origins: { home: string; parties?: unknown }[] }
  expect(state.origins.every((origin) => !('parties' in origin))).toBe(true)
  for (const [, origin] of [0, 1].entries()) {
    const now = await made.api.call('getDispute', { member: CLERK, params: { disputeId: dispute?.id ?? '' } })
    const apart = await made.api.call('separateDispute', {
      member: CLERK,
      params: { disputeId: dispute?.id ?? '' },
      ifMatch: Number(now.body['version']),
      body: { home: state.origins[origin]?.home, reason: '两家不同的事' },
    })
    expect(apart.status, JSON.stringify(apart.body)).toBe(origin === 0 ? 200 : 409)
  }
  const after = await made.api.call('listDisputes', { member: CLERK, query: YEAR })
  expect(after.body['total']).toBe(2)
  expect(await matched(made)).toEqual({ joined: 0, asked: 0 })
  // The number still leads to the dispute in which it stands now.
  const again = await save(made, { ...pair[0], village: '城东' })
  expect(again.body['status']).toBe('corrected')
  const both = await made.api.call('listDisputes', { member: CLERK, query: YEAR })
  expect(both.body['total']).toBe(2)
})

test('a doubtful pair waits, is decided by a person, and is not asked about again', async () => {
  const made = await county()
  const { files } = fourExports({ ...usual, disputes: 300, masked: 1, rewritten: 1, quoted: 0, otherKind: 0.5 })
  for (const [at, file] of files.slice(0, 2).entries()) await brought(made, SYSTEMS[at] ?? '', fileOf(file))
  const { asked } = await matched(made)
  expect(asked).toBeGreaterThan(1)
  const list = async () => {
    const { body } = await made.api.call('listDisputeDoubts', { member: CLERK })
    return body as { waiting: number; doubts: { id: string; version: number; sides: { disputeId: string }[] }[] }
  }
  const waiting = await list()
  expect(waiting.waiting).toBe(asked)
  const total = async () =>
    (await made.api.call('listDisputes', { member: CLERK, query: YEAR })).body['total'] as number
  const before = await total()
  for (const [at, answer] of (['same', 'different'] as const).entries()) {
    const doubt = waiting.doubts[at]
    const decided = await made.api.call('decideDisputeDoubt', {
      member: CLERK,
      params: { doubtId: doubt?.id ?? '' },
      ifMatch: doubt?.version,
      body: { answer },
    })
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    const twice = await made.api.call('decideDisputeDoubt', {
      member: CLERK,
      params: { doubtId: doubt?.id ?? '' },
      ifMatch: (doubt?.version ?? 0) + 1,
      body: { answer },
    })
    expect(twice.body['type']).toContain('transition-not-allowed')
  }
  expect(await total()).toBe(before - 1)
  expect((await list()).waiting).toBe(asked - 2)
  // Of those that are two, the one knows the other's home: no later search joins them.
  const params = { disputeId: waiting.doubts[1]?.sides[0]?.disputeId ?? '' }
  const apart = (await made.api.call('getDispute', { member: CLERK, params })).body['state'] as { apart: string[] }
  expect(apart.apart.length).toBeGreaterThan(0)
  // The line of the home page goes with them, for those who decide them and for nobody else.
  const waits = async (who: Membership) => (await made.api.call('getHome', { member: who })).body['disputeDoubts']
  expect(await waits(CLERK)).toBe(asked - 2)
  const city = member({ roles: ['city-reviewer'] })
  made.api.join(city)
  expect(await waits(city)).toBe(0)
  await matched(made)
  const left = await list()
  expect(left.doubts.map(({ id }) => id)).not.toContain(waiting.doubts[1]?.id)
}, 60_000)

test('three attempts that came to nothing come before the next tier, and a grave one needs a reason', async () => {
  const { api } = await desk()
  const given = { receivedOn: '2026-02-10', township: '城关镇', village: '河口村', kind: '02' }
  const grave = await api.call('enterDispute', { member: CLERK, body: { ...given, gravity: 'grave' } })
  expect(grave.status).toBe(400)
  const { body } = await api.call('enterDispute', { member: CLERK, body: { ...given, gravity: 'ordinary' } })
  const disputeId = String(body['id'])
  let version = Number(body['version'])
  const up = () =>
    api.call('passDisputeUp', { member: CLERK, params: { disputeId }, ifMatch: version, body: { tier: 'township' } })
  for (const day of ['2026-02-11', '2026-02-15', '2026-02-20']) {
    expect((await up()).status).toBe(409)
    const tried = await api.call('recordDisputeAttempt', {
      member: CLERK,
      params: { disputeId },
      ifMatch: version,
      body: { on: day, tier: 'village', organisation: '河口村调解委员会', agreed: false },
    })
    expect(tried.status, JSON.stringify(tried.body)).toBe(200)
    version = Number(tried.body['version'])
  }
  const passed = await up()
  expect(passed.status, JSON.stringify(passed.body)).toBe(200)
  version = Number(passed.body['version'])
  const outcome = (what: string, on: string) =>
    api.call('recordDisputeOutcome', {
      member: CLERK,
      params: { disputeId },
      ifMatch: version,
      body: { outcome: what, on },
    })
  expect((await outcome('performed', '2026-02-22')).status).toBe(409)
  const agreed = await outcome('agreed', '2026-02-22')
  expect(agreed.status, JSON.stringify(agreed.body)).toBe(200)
  version = Number(agreed.body['version'])
  expect((await outcome('performed', '2026-02-21')).status).toBe(400)
  expect((await outcome('performed', '2026-02-25')).status).toBe(200)
})
