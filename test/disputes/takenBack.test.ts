import { unpack } from '@anjie/store/packed'
import { expect, test } from 'vitest'
import { CLERK, type Desk } from '../intake/importing.ts'
import { brought, county, entry, fileOf, matched, save, YEAR } from './countyDesk.ts'
import { type ExportedRow, fourExports, usual } from './fourExports.ts'

const { files } = fourExports({ ...usual, disputes: 12, masked: 0, merged: 0, split: 0, coverage: [1, 1, 0, 0] })
const fileAt = (at: number) => files[at] ?? expect.fail()
const PROVINCE = fileAt(0)

const total = async ({ api }: Desk) =>
  (await api.call('listDisputes', { member: CLERK, query: YEAR })).body['total'] as number

async function takenBack(made: Desk, id: string) {
  expect((await made.putBack(id, '导错了文件')).status).toBe(200)
  await made.finish(id)
  return made.batch(id)
}

/** Whom statements name: digests beside their homes that are somebody's. */
const named = ({ api }: Desk): number =>
  api.stores.tables.dump('records').filter(({ sk, content }) => {
    if (sk !== 'SIDE#persons#') return false
    const { parties, identities } = unpack(content) as { parties: unknown[]; identities: unknown[] }
    return parties.length + identities.length > 0
  }).length

const disputes = async ({ api }: Desk) =>
  (await api.call('listDisputes', { member: CLERK, query: YEAR })).body['disputes'] as {
    id: string
    version: number
    entries: { caseNumber: string }[]
  }[]

test('an import that is taken back leaves no dispute and nobody named, and the same file comes in again as for the first time', async () => {
  const made = await county()
  const id = await brought(made, 'province', fileOf(PROVINCE))
  const inAll = await total(made)
  expect(inAll).toBe(PROVINCE.rows.length)
  expect(named(made)).toBeGreaterThan(0)
  const [shown] = await disputes(made)
  const batch = await takenBack(made, id)
  expect(batch).toMatchObject({ status: 'put-back', putBackDone: { done: inAll, stays: 0 } })
  expect(await total(made)).toBe(0)
  expect(named(made)).toBe(0)
  const params = { disputeId: shown?.id ?? '' }
  const open = await made.api.call('getDispute', { member: CLERK, params })
  expect(open.body['allowed']).toContainEqual(
    expect.objectContaining({ action: 'recordDisputeOutcome', allowed: false, reason: '记载已随导入撤回' }),
  )
  const worked = await made.api.call('recordDisputeOutcome', {
    member: CLERK,
    params,
    ifMatch: Number(open.body['version']),
    body: { outcome: 'closed', on: '2025-12-31' },
  })
  expect(worked.body['detail']).toContain('已随导入撤回')
  const again = await made.bring(fileOf(PROVINCE), { list: 'disputes', target: 'province' })
  expect((await made.batch(again)).plan).toMatchObject({ new: inAll, changed: 0, same: 0 })
  await made.step('confirmImport', again)
  await made.finish(again)
  expect(await total(made)).toBe(inAll)
  expect(named(made)).toBeGreaterThan(0)
})

test('what somebody worked on since stays, and its row says what was done', async () => {
  const made = await county()
  const id = await brought(made, 'province', fileOf(PROVINCE))
  const [one] = await disputes(made)
  const closed = await made.api.call('recordDisputeOutcome', {
    member: CLERK,
    params: { disputeId: one?.id ?? '' },
    ifMatch: one?.version,
    body: { outcome: 'closed', on: '2025-12-31' },
  })
  expect(closed.status, JSON.stringify(closed.body)).toBe(200)
  const batch = await takenBack(made, id)
  expect(batch).toMatchObject({ putBackDone: { done: PROVINCE.rows.length - 1, stays: 1 } })
  const stays = (await made.rows(id, 'changing')).filter(({ outcome }) => outcome?.status === 'stays')
  expect(stays.map(({ title, outcome }) => [title, outcome?.message])).toEqual([
    [one?.entries[0]?.caseNumber, '登记以后又办过“登记结果”，保留；记错的，请导入更正后的文件'],
  ])
  expect((await disputes(made)).map((each) => each.id)).toEqual([one?.id])
})

test('what was joined since stays joined, and a pair that waited is asked about no more until its statement comes again', async () => {
  const made = await county()
  const doubtful = {
    ...usual,
    disputes: 300,
    masked: 1,
    rewritten: 1,
    quoted: 0,
    otherKind: 0.5,
    coverage: [1, 1, 0, 0],
  }
  const [first, second] = fourExports(doubtful).files
  if (first === undefined || second === undefined) return expect.fail()
  await brought(made, 'province', fileOf(first))
  const id = await brought(made, 'stability', fileOf(second))
  const { asked } = await matched(made)
  expect(asked).toBeGreaterThan(1)
  const waiting = async () => (await made.api.call('listDisputeDoubts', { member: CLERK })).body['waiting'] as number
  expect(await waiting()).toBe(asked)
  const batch = await takenBack(made, id)
  const rows = await made.rows(id, 'changing')
  const kept = rows.filter(({ outcome }) => outcome?.status === 'stays')
  expect(batch.putBackDone?.done).toBeGreaterThan(0)
  expect(kept.length).toBeGreaterThan(0)
  for (const { outcome } of kept) expect(outcome?.message).toMatch(/又办过“(归并|并入另一起)”，保留/)
  const left = await waiting()
  expect(left).toBeLessThan(asked)
  const again = await made.bring(fileOf(second), { list: 'disputes', target: 'stability' })
  await made.step('confirmImport', again)
  await made.finish(again)
  await matched(made)
  expect(await waiting()).toBe(asked)
}, 60_000)

test('a correction that is taken back says again what was said before, unless it was corrected anew', async () => {
  const made = await county()
  await brought(made, 'province', fileOf(PROVINCE))
  const reword = (
    rows: readonly ExportedRow[],
    places: readonly number[],
    words: Readonly<Record<number, string>>,
  ) => ({
    ...PROVINCE,
    rows: rows.map((row, at) =>
      places.includes(at) ? { ...row, cells: row.cells.map((cell, column) => words[column] ?? cell) } : row,
    ),
  })
  const wrong = reword(PROVINCE.rows, [2, 3], { 5: '换成了另一件事的经过' })
  const id = await brought(made, 'province', fileOf(wrong))
  expect((await made.batch(id)).applied?.done).toBeGreaterThan(0)
  await brought(made, 'province', fileOf(reword(wrong.rows, [3], { 5: '后来查明的经过' })))
  const batch = await takenBack(made, id)
  expect(batch.putBackDone).toMatchObject({ done: 1, stays: 1 })
  const [stays] = (await made.rows(id, 'changing')).filter(({ outcome }) => outcome?.status === 'stays')
  expect(stays?.outcome?.message).toContain('又更正过')
  // One is as it was, and of the other the later correction holds.
  const again = await made.bring(fileOf(PROVINCE), { list: 'disputes', target: 'province' })
  expect((await made.batch(again)).plan).toMatchObject({ new: 0, changed: 1, same: PROVINCE.rows.length - 1 })
})

test('a statement that a machine wrote is withdrawn by nobody who has not seen it as it is', async () => {
  const made = await county()
  const saved = await save(made, entry('province', 'ZF202500001'))
  const answer = await made.api.call('withdrawDisputeEntry', {
    member: CLERK,
    params: { disputeId: String(saved.body['id']) },
    ifMatch: 7,
    body: { reason: '导错了' },
  })
  expect(answer.status).toBe(409)
})
