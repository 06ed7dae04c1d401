import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'
import { Province } from '../builders/province.ts'
import { townshipCycle } from '../builders/townships.ts'
import { csv, deskAt, desk as openDesk } from './importing.ts'

const FORM = csv('数据项代码,2026年\nCOVERAGE,97.5\nACCIDENTS,0\n')

/** A county that assesses two of its townships. */
async function townships() {
  const { api } = await openDesk()
  const cycle = await townshipCycle(new Province(api.stores), '990101')
  const [own, other] = cycle.units
  const people = [own, other].map((unit) => member({ roles: ['unit-reporter'], unit, personId: `of-${unit}` }))
  for (const each of [...people, cycle.countyAdmin]) api.join(each)
  const [mine, neighbour] = people
  if (mine === undefined || neighbour === undefined) throw new Error('two townships have reporters')
  return { api, cycle, mine, neighbour, target: cycle.formOf(own), foreign: cycle.formOf(other) }
}

test('a township brings in its own form as a batch of its own, and takes it back', async () => {
  const { api, mine, target } = await townships()
  const here = deskAt(api, mine)
  const id = await here.bring(FORM, { list: 'form', target })
  expect(id.startsWith(`${mine.units?.[0]}-`)).toBe(true)
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ status: 'applied', applied: { done: 2, refused: 0 } })
  const form = async () =>
    (await api.call('getSubmission', { member: mine, params: { submissionId: target } })).body['state']
  expect(await form()).toMatchObject({ values: expect.arrayContaining([expect.objectContaining({ value: '97.5' })]) })
  const listed = await api.call('listImportBatches', { member: mine })
  expect(listed.body['rows']).toMatchObject([{ id }])
  await here.putBack(id, '填错了表')
  await here.finish(id)
  expect(await form()).toMatchObject({ values: [] })
})

test('a township’s batch is no other township’s and not the county’s to carry out; and no township fills another one’s form', async () => {
  const { api, mine, neighbour, cycle, target, foreign } = await townships()
  const here = deskAt(api, mine)
  const id = await here.bring(FORM, { list: 'form', target })
  for (const other of [neighbour, cycle.countyAdmin, member({ roles: ['county-reporter'] })]) {
    api.join(other)
    for (const operation of ['getImportBatch', 'openImportFile', 'confirmImport'] as const) {
      const answer = await api.call(operation, { member: other, params: { batchId: id }, ifMatch: 3 })
      expect([operation, answer.status]).toEqual([operation, 404])
    }
    expect((await api.call('listImportBatches', { member: other })).body['rows']).toEqual([])
  }
  const body = { list: 'form', target: foreign, fileName: '表.csv', bytes: FORM.byteLength }
  expect((await api.call('beginImport', { member: mine, body })).status).toBe(404)
  expect(
    (await api.call('beginImport', { member: mine, body: { ...body, list: 'units', target: undefined } })).status,
  ).toBe(403)
})
