import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CLERK, COLLEAGUE, csv, type Desk, desk } from './importing.ts'

const DEFAULTS = { validFrom: '2020-01-01', on: '2026-01-01', basis: '云政发〔2026〕1号' }
const HEAD = '乡镇（街道）,单位名称,类型,变动,新名称或并入单位\n'
const FIRST = csv(`${HEAD},城关镇,乡镇（街道）,,\n城关镇,东村,村,,\n城关镇,西村,村,,\n,合计,,,\n没有的镇,南村,村,,\n`)

const names = async ({ api }: Desk): Promise<readonly string[]> => {
  const answer = await api.call('listUnits', { member: CLERK })
  return z
    .looseObject({ units: z.array(z.looseObject({ name: z.string(), validTo: z.string().optional() })) })
    .parse(answer.body)
    .units.map(({ name, validTo }) => (validTo === undefined ? name : `${name}†`))
}

describe('a file of units', () => {
  test('says of each row what it will change, changes nothing until a person confirms it, and then each row leaves its own fact', async () => {
    const here = await desk()
    const id = await here.bring(FIRST, { defaults: DEFAULTS })
    const staged = await here.batch(id)
    expect(staged).toMatchObject({ status: 'staged', plan: { new: 3, changed: 0, same: 0, refused: 1, passedOver: 1 } })
    expect(await names(here)).toEqual([])
    const [refused] = await here.rows(id, 'refused')
    expect(refused).toMatchObject({ row: 6, faults: [{ column: 'A' }] })
    expect(refused?.faults[0]?.message).toContain('没有登记过“没有的镇”')
    expect((await here.step('confirmImport', id)).status).toBe(200)
    await here.finish(id)
    expect(await here.batch(id)).toMatchObject({ status: 'applied', applied: { done: 3, refused: 0 } })
    expect(await names(here)).toEqual(['城关镇', '东村', '西村'])
    const facts = here.api.stores.recordedFacts().filter(({ type }) => type === 'UnitRegistered')
    expect(facts.map(({ actor }) => actor.personName)).toEqual(['林一', '林一', '林一'])
  })

  test('is recognised when it comes again: what was done when and by whom, and every row changes nothing', async () => {
    const here = await desk()
    const id = await here.bring(FIRST, { defaults: DEFAULTS })
    await here.step('confirmImport', id)
    await here.finish(id)
    const again = await here.bring(FIRST, { defaults: DEFAULTS, who: COLLEAGUE })
    expect(await here.batch(again)).toMatchObject({
      plan: { new: 0, same: 3, refused: 1 },
      earlier: { id, by: '林一', applied: 3, status: 'applied' },
    })
    const answer = await here.step('confirmImport', again)
    expect(answer.body['detail']).toContain('没有要改动的行')
  })

  test('renames, merges and ends; taken back, each is as it was before, and the same file can come in again', async () => {
    const here = await desk()
    const first = await here.bring(FIRST, { defaults: DEFAULTS })
    await here.step('confirmImport', first)
    await here.finish(first)
    const change = csv(`${HEAD}城关镇,东村,村,更名,东方村\n城关镇,西村,村,撤销,\n,城关镇,乡镇（街道）,更名,城东镇\n`)
    const id = await here.bring(change, { defaults: DEFAULTS })
    const rows = await here.rows(id, 'changing')
    expect(rows.map(({ title, changes }) => [title, changes[0]])).toEqual([
      ['东村', { name: '名称', before: '东村', after: '东方村' }],
      ['西村', { name: '存续至', after: '2025-12-31' }],
      ['城关镇', { name: '名称', before: '城关镇', after: '城东镇' }],
    ])
    await here.step('confirmImport', id)
    await here.finish(id)
    expect(await names(here)).toEqual(['城东镇', '东方村', '西村†'])
    expect((await here.putBack(id, '文件用错了')).status).toBe(200)
    await here.finish(id)
    expect(await here.batch(id)).toMatchObject({ status: 'put-back', putBackDone: { done: 2, stays: 1 } })
    // The village followed its township's name: what came after its own change stands on it.
    const stays = (await here.rows(id, 'changing')).filter(({ outcome }) => outcome?.status === 'stays')
    expect(stays.map(({ title }) => title)).toEqual(['东村'])
    expect(await names(here)).toEqual(['城关镇', '东方村', '西村'])
  })

  test('is put back where nothing stands on its rows; a row on which something stands is named and stays', async () => {
    const here = await desk()
    const id = await here.bring(FIRST, { defaults: DEFAULTS })
    await here.step('confirmImport', id)
    await here.finish(id)
    const second = await here.bring(csv(`${HEAD}城关镇,北村,村,,\n`), { defaults: DEFAULTS })
    await here.step('confirmImport', second)
    await here.finish(second)
    await here.putBack(id, '导错了')
    await here.finish(id)
    expect(await here.batch(id)).toMatchObject({ status: 'put-back', putBackDone: { done: 2, stays: 1 } })
    const stays = (await here.rows(id, 'changing')).find(({ outcome }) => outcome?.status === 'stays')
    expect(stays).toMatchObject({ title: '城关镇', outcome: { message: expect.stringContaining('下属北村等1个单位') } })
    expect(await names(here)).toEqual(['北村', '城关镇'])
    // What was taken back never stood: it comes in again as if for the first time.
    const again = await here.bring(FIRST, { defaults: DEFAULTS })
    expect(await here.batch(again)).toMatchObject({ plan: { new: 2, same: 1 }, earlier: { id, status: 'put-back' } })
    await here.step('confirmImport', again)
    await here.finish(again)
    expect(await names(here)).toEqual(['北村', '城关镇', '东村', '西村'])
  })

  test('a row that became stale after it was shown is refused and named, and the others go on', async () => {
    const here = await desk()
    const first = await here.bring(FIRST, { defaults: DEFAULTS })
    await here.step('confirmImport', first)
    await here.finish(first)
    const id = await here.bring(csv(`${HEAD}城关镇,东村,村,更名,东方村\n城关镇,西村,村,撤销,\n`), {
      defaults: DEFAULTS,
    })
    const units = await here.api.call('listUnits', { member: CLERK })
    const east = z
      .looseObject({
        units: z.array(z.looseObject({ id: z.string(), name: z.string(), parentId: z.string().optional() })),
      })
      .parse(units.body)
      .units.find(({ name }) => name === '东村')
    const changed = await here.api.call('changeUnit', {
      member: COLLEAGUE,
      params: { unitId: east?.id ?? '' },
      ifMatch: 1,
      body: { name: '东坡村', parentId: east?.parentId, on: '2026-02-01', approvalReference: '云政发〔2026〕3号' },
    })
    expect(changed.status).toBe(200)
    await here.step('confirmImport', id)
    await here.finish(id)
    expect(await here.batch(id)).toMatchObject({ applied: { done: 1, refused: 1 } })
    const [stale] = await here.rows(id, 'changing')
    expect(stale).toMatchObject({ title: '东村', outcome: { status: 'refused' } })
    expect(stale?.outcome?.message).toContain('核对以后已被他人改过')
  })
})

test('a township that was merged stays merged: put back, the row says what has to be done instead, and its villages are where they went', async () => {
  const here = await desk()
  const first = await here.bring(csv(`${HEAD},城关镇,乡镇（街道）,,\n,河口乡,乡镇（街道）,,\n河口乡,沙湾村,村,,\n`), {
    defaults: DEFAULTS,
  })
  await here.step('confirmImport', first)
  await here.finish(first)
  const id = await here.bring(csv(`${HEAD},河口乡,乡镇（街道）,并入,城关镇\n`), { defaults: DEFAULTS })
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await names(here)).toEqual(['城关镇', '河口乡†', '沙湾村'])
  await here.putBack(id, '方案未获批准')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ status: 'put-back', putBackDone: { done: 0, stays: 1 } })
  expect((await here.rows(id, 'changing'))[0]?.outcome?.message).toBe(
    '河口乡的所辖单位已随之划转，撤并不能撤回；确需恢复的，请重新登记并逐个改属',
  )
  const units = await here.api.call('listUnits', { member: CLERK })
  expect(units.body['units']).toContainEqual(expect.objectContaining({ name: '沙湾村', parentName: '城关镇' }))
})

describe('whose a batch is', () => {
  test('rows are carried out by whoever confirmed them; another person takes the batch over first, by name', async () => {
    const here = await desk()
    const id = await here.bring(FIRST, { defaults: DEFAULTS })
    await here.step('confirmImport', id)
    const foreign = await here.api.call('carryImportOn', { member: COLLEAGUE, params: { batchId: id } })
    expect(foreign).toMatchObject({ status: 409, body: { detail: expect.stringContaining('由林一确认') } })
    expect((await here.step('confirmImport', id, COLLEAGUE)).status).toBe(200)
    await here.finish(id, COLLEAGUE)
    const facts = here.api.stores.recordedFacts().filter(({ type }) => type === 'UnitRegistered')
    expect(facts.map(({ actor }) => actor.personName)).toEqual(['周二', '周二', '周二'])
  })
})
