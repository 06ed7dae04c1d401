import { publicTitles } from '@anjie/projections/public/publicTitles'
import { publicKeys } from '@anjie/projections/publicKeys'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TestApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { admin } from '../builders/province.ts'
import { csv, desk } from './importing.ts'

const TITLES = {
  list: 'titles',
  defaults: { honour: '“六无”平安村（社区）', level: '省级', source_url: 'https://example.invalid/2019' },
}
const LIST = csv(
  '年度,级别,荣誉,市,县,乡镇,单位,来源\n2019,,,安和市,云溪县,城关镇,东村,\n2019,,,安和市,云溪县,,某处,\n2019,,,安和市,云西县,,北村,\n',
)

const titled = async (api: TestApi) => {
  const answer = await api.call('listTitles', { member: admin })
  return z
    .looseObject({ rows: z.array(z.looseObject({ title: z.string() })) })
    .parse(answer.body)
    .rows.map(({ title }) => title)
}

test('a public list comes in as the list says it; what is not sure stays out by name, and the same file changes nothing', async () => {
  const here = await desk({}, {}, admin)
  const id = await here.bring(LIST, TITLES)
  expect(await here.batch(id)).toMatchObject({ plan: { new: 1, refused: 2 } })
  const refused = (await here.rows(id, 'refused')).map(({ faults }) => faults[0]?.message)
  expect(refused[0]).toContain('不能确定单位类型')
  expect(refused[1]).toContain('云西县')
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await titled(here.api)).toEqual(['东村'])
  const [fact] = here.api.stores.recordedFacts().filter(({ type }) => type === 'TitleImported')
  expect(fact?.details).toEqual({ unit: '东村', source: 'https://example.invalid/2019' })
  expect(await here.batch(await here.bring(LIST, TITLES))).toMatchObject({ plan: { new: 0, same: 1 }, earlier: { id } })
})

test('put back, a title is nowhere any more, to the public neither; and it can come in again', async () => {
  const here = await desk({}, {}, admin)
  const id = await here.bring(LIST, TITLES)
  await here.step('confirmImport', id)
  await here.finish(id)
  await here.putBack(id, '年度写错了')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 1, stays: 0 } })
  expect(await titled(here.api)).toEqual([])
  const facts = here.api.stores.recordedFacts()
  const entered = facts.find(({ type }) => type === 'TitleImported')
  const withdrawn = facts.find(({ type }) => type === 'TitleEntryWithdrawn')
  if (entered === undefined || withdrawn === undefined) throw new Error('the title was entered and withdrawn')
  const shown = publicTitles({ ...withdrawn, before: entered.after } as Parameters<typeof publicTitles>[0])
  expect(shown.map(({ content }) => content)).toEqual(shown.map(() => null))
  expect(shown).toContainEqual(expect.objectContaining(publicKeys.title(withdrawn.recordId)))
  const again = await here.bring(LIST, TITLES)
  expect(await here.batch(again)).toMatchObject({ plan: { new: 1 } })
  await here.step('confirmImport', again)
  await here.finish(again)
  expect(await titled(here.api)).toEqual(['东村'])
})

test('a title on which something stands is not withdrawn; and nobody but the province enters one', async () => {
  const here = await desk({}, {}, admin)
  const id = await here.bring(LIST, TITLES)
  await here.step('confirmImport', id)
  await here.finish(id)
  const titleId = here.api.stores.recordedFacts().find(({ type }) => type === 'TitleImported')?.recordId ?? ''
  const termed = await here.api.call('setTitleTerm', {
    member: admin,
    params: { titleId },
    ifMatch: 1,
    body: { validUntil: '2027-12-31', basis: '安平组〔2020〕1号' },
  })
  expect(termed.status).toBe(200)
  await here.putBack(id, '年度写错了')
  await here.finish(id)
  expect((await here.rows(id, 'changing'))[0]?.outcome).toMatchObject({
    status: 'stays',
    message: expect.stringContaining('导入以后又有变动'),
  })
  for (const other of [member({ roles: ['county-admin'] }), member({ roles: ['city-reviewer'] })]) {
    here.api.join(other)
    const refused = await here.api.call('withdrawListedTitle', {
      member: other,
      params: { titleId },
      ifMatch: 2,
      body: { reason: '不是我县的' },
    })
    expect(refused.status).toBe(403)
  }
})
