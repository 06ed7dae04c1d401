import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TestApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { admin } from '../builders/province.ts'
import { csv, type Desk, desk, deskAt } from './importing.ts'

const CITY = member({ roles: ['city-reviewer'] })

async function openedRound(api: TestApi): Promise<string> {
  const basis = await api.call('recordBasis', {
    member: admin,
    body: {
      honour: 'six-no-village',
      regime: 'creation-demonstration',
      issuer: '平安安和建设领导小组',
      issuerKind: 'party-committee',
      issuerLevel: 'province',
      approvedBy: 'province',
      approvalNumber: '安和省创建示范活动保留项目目录第12项',
      approvedOn: '2024-01-01',
      file: '保留项目目录.pdf',
    },
  })
  const round = await api.call('openRound', {
    member: admin,
    body: {
      honour: 'six-no-village',
      name: '2026年度六无平安村（社区）',
      year: 2026,
      opensOn: '2026-03-01',
      closesOn: '2026-06-30',
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: basis.body['id'],
      quotas: [{ code: '9901', places: 10 }],
    },
  })
  if (round.status !== 201) throw new Error(JSON.stringify(round.body))
  return String(round.body['id'])
}

const shown = async (api: TestApi, target: string, who = CITY) => {
  const answer = await api.call('getRound', { member: who, params: { roundId: target } })
  return z
    .looseObject({ places: z.array(z.looseObject({ name: z.string(), places: z.int() })) })
    .parse(answer.body)
    .places.map(({ name, places }) => [name, places])
}

async function cityDesk(): Promise<{ here: Desk; api: TestApi; target: string }> {
  const { api } = await desk({}, {}, admin)
  api.join(CITY)
  return { here: deskAt(api, CITY), api, target: await openedRound(api) }
}

test('a city’s distribution is one decision: all rows or none, one fact, and put back as a whole', async () => {
  const { here, api, target } = await cityDesk()
  const first = await here.bring(csv('县（市、区）,名额\n云溪县,4\n石塘县,3\n合计,7\n'), { list: 'places', target })
  expect(await here.batch(first)).toMatchObject({ plan: { new: 2, refused: 0, passedOver: 1 } })
  await here.step('confirmImport', first)
  await here.finish(first)
  expect(await shown(api, target)).toEqual([
    ['安和市', 10],
    ['云溪县', 4],
    ['石塘县', 3],
  ])
  const id = await here.bring(csv('县（市、区）,名额\n云溪县,2\n石塘县,8\n'), {
    list: 'places',
    target,
    defaults: { reason: '按村数调剂' },
  })
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ applied: { done: 2, refused: 0 } })
  const facts = () => api.stores.recordedFacts().filter(({ type }) => type === 'PlacesDistributed')
  expect(facts().map(({ details }) => details)).toMatchObject([{ kept: '3个' }, { kept: '0个', reason: '按村数调剂' }])
  await here.putBack(id, '调剂方案未通过')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 2, stays: 0 } })
  expect((await shown(api, target)).slice(1)).toEqual([
    ['云溪县', 4],
    ['石塘县', 3],
  ])
  expect(facts()).toHaveLength(3)
  // The first distribution had nothing before it; and now something stands on it besides.
  await here.putBack(first, '整个撤回')
  await here.finish(first)
  const stays = await here.rows(first, 'changing')
  expect(stays.map(({ outcome }) => outcome?.message)).toEqual(
    stays.map(() => expect.stringContaining('没有先前的数可以退回')),
  )
})

test('more than the city has is nobody’s; a county of another city is told with its row', async () => {
  const { here, target } = await cityDesk()
  const id = await here.bring(csv('县（市、区）,名额\n云溪县,6\n石塘县,5\n柳泉区,1\n'), { list: 'places', target })
  expect(await here.batch(id)).toMatchObject({ plan: { new: 0, refused: 3 } })
  const messages = (await here.rows(id, 'refused')).map(({ faults }) => faults[0]?.message)
  expect(messages[0]).toContain('分配合计11个，超过省级给安和市的10个名额')
  expect(messages[2]).toContain('没有“柳泉区”')
})

test('who opened the round sets its places by a sheet; a change of the round meanwhile refuses the rows', async () => {
  const { api, target } = await cityDesk()
  const here = deskAt(api, admin)
  const id = await here.bring(csv('市（州）,名额\n安和市,12\n宁川市,5\n'), { list: 'places', target })
  expect((await here.rows(id, 'changing')).map(({ title, changes }) => [title, changes[0]])).toEqual([
    ['安和市', { name: '名额', before: '10个', after: '12个' }],
    ['宁川市', { name: '名额', after: '5个' }],
  ])
  const late = await here.bring(csv('市（州）,名额\n安和市,20\n'), { list: 'places', target })
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await shown(api, target, admin)).toEqual([
    ['安和市', 12],
    ['宁川市', 5],
  ])
  await here.step('confirmImport', late)
  await here.finish(late)
  expect(await here.batch(late)).toMatchObject({ applied: { done: 0, refused: 1 } })
  expect((await here.rows(late, 'changing'))[0]?.outcome?.message).toContain('核对以后已被他人改过')
})
