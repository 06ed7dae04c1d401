import { expect, test } from 'vitest'
import { z } from 'zod'
import { openForm } from '../api/openForm.ts'
import { member, PLACES } from '../builders/people.ts'
import { admin, type Opened, Province } from '../builders/province.ts'
import { csv, type Desk, desk, deskAt } from './importing.ts'

const COUNTY_REPORTER = member({ roles: ['county-reporter'] })
const Sheet = z.looseObject({
  form: z.looseObject({ fields: z.array(z.looseObject({ code: z.string(), name: z.string() })) }),
  rows: z.array(
    z.object({
      values: z.array(z.tuple([z.string(), z.string()])),
      lastYear: z.array(z.tuple([z.string(), z.string()])).optional(),
    }),
  ),
})

/** The province's desk with two years, of which the later one is open. */
async function commission(): Promise<{ here: Desk; province: Province; before: Opened; now: Opened }> {
  const here = await desk({}, {}, admin)
  const province = new Province(here.api.stores)
  const before = await province.openCycle(undefined, 2025)
  const now = await province.openCycle()
  return { here, province, before, now }
}

const figures = async ({ api }: Desk, { cycleId }: Opened) => {
  const answer = await api.call('getCommissionValues', { member: admin, params: { cycleId } })
  return z
    .looseObject({
      rows: z.array(
        z.looseObject({ name: z.string(), values: z.array(z.looseObject({ value: z.string().optional() })) }),
      ),
    })
    .parse(answer.body)
    .rows.map(({ name, values }) => [name, ...values.map(({ value = '—' }) => value)])
}

test('the commission’s figures come in one row a county, beside those of a year ago; a wrong figure and an unknown county stay out by name', async () => {
  const { here, before, now } = await commission()
  const old = await here.bring(csv('县（市、区）,群众安全感（%）\n云溪县,90.5\n石塘县,91\n'), {
    list: 'figures',
    target: before.cycleId,
  })
  await here.step('confirmImport', old)
  await here.finish(old)

  const asked = await here.api.call('getImportSheet', { member: admin, query: `list=figures&target=${now.cycleId}` })
  const sheet = Sheet.parse(asked.body)
  expect(sheet.rows.map(({ values, lastYear }) => [values[0]?.[1], lastYear?.[0]?.[1]])).toEqual([
    ['云溪县', '90.5'],
    ['石塘县', '91'],
    ['柳泉区', undefined],
  ])

  const sent = csv('县（市、区）,群众安全感（%）\n云溪县,95.25\n石唐县,96\n柳泉区,101\n')
  const id = await here.bring(sent, { list: 'figures', target: now.cycleId })
  expect(await here.batch(id)).toMatchObject({ status: 'staged', plan: { new: 1, changed: 0, same: 0, refused: 2 } })
  const refused = await here.rows(id, 'refused')
  expect(refused.map(({ row, faults }) => [row, faults[0]?.column, faults[0]?.message])).toEqual([
    [3, 'A', '参评单位里没有“石唐县”，相近的有“石塘县”；请改正名称'],
    [4, 'B', '群众安全感（%）不能大于100，填写的是101'],
  ])
  expect((await here.rows(id, 'changing'))[0]?.changes).toEqual([{ name: '群众安全感', after: '95.25' }])
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await figures(here, now)).toEqual([['云溪县', '95.25'], ['石塘县'], ['柳泉区']])

  const again = await here.bring(sent, { list: 'figures', target: now.cycleId })
  expect(await here.batch(again)).toMatchObject({ plan: { same: 1, refused: 2 }, earlier: { id, applied: 1 } })
})

test('is taken back figure by figure; one that was entered anew since stays, and says so', async () => {
  const { here, now } = await commission()
  const target = now.cycleId
  const first = await here.bring(csv('县（市、区）,SAFETY\n云溪县,90\n'), { list: 'figures', target })
  await here.step('confirmImport', first)
  await here.finish(first)
  const id = await here.bring(csv('县（市、区）,SAFETY\n云溪县,95\n石塘县,96\n'), { list: 'figures', target })
  expect((await here.rows(id, 'changing')).map(({ effect, changes }) => [effect, changes[0]])).toEqual([
    ['changed', { name: '群众安全感', before: '90', after: '95' }],
    ['new', { name: '群众安全感', after: '96' }],
  ])
  await here.step('confirmImport', id)
  await here.finish(id)
  await here.api.call('enterCommissionValues', {
    member: admin,
    params: { cycleId: target, subject: PLACES.neighbourCounty.code },
    ifMatch: 1,
    body: { values: [{ item: 'SAFETY', period: '2026', status: 'reported', value: '97' }] },
  })
  await here.putBack(id, '数据有误')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 1, stays: 1 } })
  expect(await figures(here, now)).toEqual([['云溪县', '90'], ['石塘县', '97'], ['柳泉区']])
})

test('nobody but the commission of the cycle gets its sheet', async () => {
  const { here, now } = await commission()
  const foreign = member({ roles: ['county-admin'] })
  here.api.join(foreign)
  const asked = await here.api.call('getImportSheet', { member: foreign, query: `list=figures&target=${now.cycleId}` })
  expect(asked.status).toBe(404)
})

test('a form comes in one row an item, is recognised when it comes again and taken back; what was typed since stays', async () => {
  const { api } = await desk({}, {}, COUNTY_REPORTER)
  const here = deskAt(api, COUNTY_REPORTER)
  const { submissionId } = await openForm(api)
  const sent = csv('数据项代码,数据项,计量单位,2026年\nCOVERAGE,网格覆盖率,%,98.5\nACCIDENTS,,件,1\nNOTHING,,,1\n')
  const given = { list: 'form', target: submissionId }
  const id = await here.bring(sent, given)
  expect(await here.batch(id)).toMatchObject({ plan: { changed: 1, refused: 2 } })
  expect((await here.rows(id, 'refused')).map(({ faults }) => faults[0]?.message)).toEqual([
    '“较大安全事故”的计量单位是“起”，表里写的是“件”；请换算后再填',
    '本表没有“NOTHING”；请从模板中复制数据项代码',
  ])
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await here.batch(await here.bring(sent, given))).toMatchObject({ plan: { same: 1 }, earlier: { id } })
  await here.putBack(id, '填错了表')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ status: 'put-back', putBackDone: { done: 1, stays: 0 } })
  const form = await api.call('getSubmission', { member: COUNTY_REPORTER, params: { submissionId } })
  expect(form.body['state']).toMatchObject({ values: [] })
})
