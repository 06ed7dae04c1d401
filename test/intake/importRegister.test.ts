import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TestApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { admin } from '../builders/province.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'
import { csv, type Desk, deskAt, desk as openDesk } from './importing.ts'

const COUNTY = '990101'
const REPORTER = member({ roles: ['county-reporter'] })
const VILLAGE = { id: `${COUNTY}.${ulid()}`, name: '甲村' }
const HEAD = '项目,用途,金额（万元）,预算文号\n'
const FUNDS = { list: 'register', target: '99.funds' }

async function registerDesk(code: string, ...given: [] | Parameters<typeof openDesk>): Promise<Desk> {
  const { api } = await openDesk(given[0], given[1], admin)
  api.join(REPORTER)
  await api.stores.openPlatformStore('99', systemMark()).commit([unitChange(COUNTY, VILLAGE)])
  const definition = READY_REGISTERS.find((each) => each.code === code)?.definition
  const defined = await api.call('defineRegister', { member: admin, body: { code, definition } })
  if (defined.status !== 201) throw new Error(JSON.stringify(defined.body))
  return deskAt(api, REPORTER)
}

const Rows = z.looseObject({
  rows: z.array(z.looseObject({ id: z.string(), version: z.int(), cells: z.record(z.string(), z.string()) })),
})
const rowsOf = async (api: TestApi, code: string, who = REPORTER) => {
  const answer = await api.call('listRegisterRows', { member: who, params: { registerId: `99.${code}` } })
  return Rows.parse(answer.body).rows
}

async function carriedOut(here: Desk, file: Uint8Array, given: Parameters<Desk['bring']>[1]): Promise<string> {
  const id = await here.bring(file, given)
  const confirmed = await here.step('confirmImport', id)
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body))
  await here.finish(id)
  return id
}

test('rows come in as the register reads them; a wrong cell names column and remedy, and the same file changes nothing', async () => {
  const here = await registerDesk('funds')
  const sent = csv(
    `${HEAD}雪亮工程,视频监控,"1,200.50",政财〔2026〕1号\n综治中心,购车,3,\n无金额,其他,,\n合计,,1203.5,\n`,
  )
  const id = await here.bring(sent, FUNDS)
  expect(await here.batch(id)).toMatchObject({
    about: '经费投入（2026年）',
    plan: { new: 1, refused: 2, passedOver: 1 },
  })
  const refused = await here.rows(id, 'refused')
  expect(new Map(refused.map(({ row, faults }) => [row, [faults[0]?.column, faults[0]?.message]]))).toEqual(
    new Map([
      [3, ['B', expect.stringContaining('视频监控')]],
      [4, ['C', '金额为必填，没有填写']],
    ]),
  )
  expect((await here.rows(id, 'changing'))[0]?.changes).toContainEqual({ name: '金额', after: '1200.5万元' })
  await here.step('confirmImport', id)
  await here.finish(id)
  expect((await rowsOf(here.api, 'funds')).map(({ cells }) => cells)).toEqual([
    { project: '雪亮工程', use: 'video', amount: '1200.5', document: '政财〔2026〕1号' },
  ])
  const again = await here.bring(sent, FUNDS)
  expect(await here.batch(again)).toMatchObject({ plan: { new: 0, same: 1 }, earlier: { id, applied: 1 } })
})

test('a row is known by its key or its number; taken back, it is as it was, and what came in goes; what was changed since stays', async () => {
  const here = await registerDesk('funds')
  await carriedOut(here, csv(`${HEAD}雪亮工程,视频监控,10,\n综治中心,综治中心,20,\n`), FUNDS)
  const [, centre] = await rowsOf(here.api, 'funds')
  const id = await here.bring(
    csv(`项目,用途,金额（万元）,系统编号\n雪亮 工程,,12,\n中心改造,,,${centre?.id}\n联调,联调中心,5,\n`),
    FUNDS,
  )
  expect((await here.rows(id, 'changing')).map(({ effect, title, changes }) => [effect, title, changes[0]])).toEqual([
    ['changed', '雪亮 工程', { name: '项目', before: '雪亮工程', after: '雪亮 工程' }],
    ['changed', '中心改造', { name: '项目', before: '综治中心', after: '中心改造' }],
    ['new', '联调', { name: '项目', after: '联调' }],
  ])
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ applied: { done: 3, refused: 0 } })
  const changed = await here.api.call('saveRegisterRows', {
    member: REPORTER,
    params: { registerId: '99.funds' },
    body: { rows: [{ row: centre?.id, version: 2, cells: { amount: '21' } }] },
  })
  expect(changed.status).toBe(200)
  await here.putBack(id, '用错了表')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 2, stays: 1 } })
  expect((await here.rows(id, 'changing'))[1]?.outcome?.message).toContain('第2版')
  expect((await rowsOf(here.api, 'funds')).map(({ cells }) => [cells['project'], cells['amount']])).toEqual([
    ['雪亮工程', '10'],
    ['中心改造', '21'],
  ])
})

test('a county brings in the rows of its units by their names; rows without a key are told apart by what they say', async () => {
  const here = await registerDesk('patrols')
  const given = { list: 'register', target: '99.patrols' }
  const sent = csv('填报单位,事项,次数\n甲村,巡查,3\n甲村,巡查,3\n乙村,巡查,1\n')
  const id = await here.bring(sent, given)
  expect((await here.rows(id, 'refused'))[0]?.faults[0]).toMatchObject({
    column: 'A',
    message: '本县没有填报这份台账的单位“乙村”；请核对名称或先登记单位',
  })
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ applied: { done: 2 } })
  expect(await here.batch(await here.bring(sent, given))).toMatchObject({ plan: { new: 0, same: 2, refused: 1 } })
  await here.putBack(id, '重复')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 2, stays: 0 } })
  expect(await rowsOf(here.api, 'patrols')).toEqual([])
})

test('rows of one holder are saved together: 45 rows cost three savings; and killed after any of them, each row is there once', async () => {
  const file = csv(`${HEAD}${Array.from({ length: 45 }, (_, at) => `项目${at + 1},其他,${at},\n`).join('')}`)
  for (let dies = 1; dies <= 3; dies += 1) {
    let savings = 0
    let isDead = false
    const here = await registerDesk(
      'funds',
      {},
      {
        through: (tables) => ({
          ...tables,
          transact: async (...args) => {
            if (isDead) throw new Error('killed')
            const done = await tables.transact(...args)
            if (JSON.stringify(args).includes('RowsSaved') && ++savings === dies) {
              isDead = true
              throw new Error('killed')
            }
            return done
          },
        }),
      },
    )
    const id = await here.bring(file, FUNDS)
    await here.step('confirmImport', id)
    await here.finish(id).catch(() => undefined)
    isDead = false
    await here.finish(id)
    expect(savings).toBe(3)
    expect(await here.batch(id)).toMatchObject({ applied: { done: 45, refused: 0 } })
    expect(await rowsOf(here.api, 'funds')).toHaveLength(45)
    await here.putBack(id, '试一试')
    await here.finish(id)
    expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 45, stays: 0 } })
  }
})
