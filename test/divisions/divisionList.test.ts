import { CityCode, CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { readDivisionList } from '@anjie/documents/divisions/readDivisionList'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { addDivisions } from '@anjie/domain/divisions/addDivisions'
import { keepRecordedChanges } from '@anjie/domain/divisions/keepRecordedChanges'
import { planDivisions } from '@anjie/domain/divisions/planDivisions'
import { divisionForm, divisionRowsOf } from '@anjie/domain/intake/divisionForm'
import { beforeEach, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { divisionTree } from '../builders/context.ts'
import { everyRole, member } from '../builders/people.ts'
import { officeFile } from '../intake/officeFile.ts'

/** Counties of the test's province: 云溪县 990101 and 石塘县 990102 in one city, 柳泉区 990201 in another. */
const admin = member({ roles: ['province-admin'] })
const TREE = divisionTree('99')
const utf8 = (text: string) => new TextEncoder().encode(text)

async function planOf(bytes: Uint8Array, tree = TREE) {
  const list = await readDivisionList(bytes, '99')
  if (!list.ok) throw new Error(list.error)
  return { ...planDivisions(tree, list.value.listed, list.value.isWhole), faults: list.value.faults }
}
const saidOf = ({ steps }: Awaited<ReturnType<typeof planOf>>) =>
  steps.map(({ what, act, code, remark }) => `${what} ${act} ${code}${remark === '' ? '' : ` ${remark}`}`)

let api: TestApi
beforeEach(async () => {
  api = await testApi()
  for (const each of everyRole()) api.join(each)
})

test('the template with the tree as it is comes back and changes nothing', async () => {
  const bytes = await templateWorkbook({ form: divisionForm, rows: divisionRowsOf(TREE) })
  const plan = await planOf(bytes)
  expect(plan.faults).toEqual([])
  expect(new Set(plan.steps.map(({ act }) => act))).toEqual(new Set(['settled']))
  expect(addDivisions(TREE, plan.additions)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})

test('a list adds what is not there, and never renames, moves or ends what is', async () => {
  const sheet = officeFile([
    {
      rows: [
        ['安河省行政区划'],
        ['市（州）', '代码', '名称', '曾用名'],
        [TREE.cities[0]?.name ?? '', 990101, '云溪县', '云县、溪县'],
        [null, '990102', '石塘区', null],
        [null, '9901H1', '云溪高新区', null],
        ['新州市', '990301', '新城区', null],
        [null, '99030', '短县', null],
        ['别名市', '990202', '柳河县', null],
      ],
    },
  ])
  const plan = await planOf(sheet)
  expect(saidOf(plan)).toEqual([
    'city settled 9901',
    'city add 9903',
    `city differs 9902 现为“${TREE.cities[1]?.name}”，不改动；改名请登记区划变更`,
    'county former-names 990101 补曾用名：云县、溪县',
    'county differs 990102 现为“石塘县”，不改动；改名请登记区划变更',
    'county add 9901H1',
    'county add 990301',
    'county add 990202',
  ])
  expect(plan.faults).toEqual([expect.stringMatching(/^B7（区划代码） “99030”有 5 位，应为 6 位/)])
  const { cities, counties, successors } = plan.additions
  const answer = await api.call('addDivisions', { member: admin, body: { cities, counties, successors } })
  expect(answer).toMatchObject({ status: 200, body: { version: 2, status: 'added' } })
  const { body } = await api.call('getDivisions', { member: admin })
  expect((body['counties'] as { code: string; name: string }[]).map(({ code, name }) => `${code} ${name}`)).toEqual([
    '990101 云溪县',
    '990102 石塘县',
    '9901H1 云溪高新区',
    '990201 柳泉区',
    '990202 柳河县',
    '990301 新城区',
  ])
  // The same file again finds everything done, and the service has nothing to write.
  const again = await api.call('addDivisions', { member: admin, body: { cities, counties, successors }, ifMatch: 2 })
  expect(again).toMatchObject({ status: 400, body: { detail: expect.stringContaining('没有可补充的') } })
})

test('whoever sends another name for a known code is refused with the way to rename', async () => {
  const body = { cities: [], counties: [{ code: '990101', name: '云溪区', city: '9901' }], successors: [] }
  expect(await api.call('addDivisions', { member: admin, body })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/counties/0/name', detail: expect.stringContaining('改名请登记区划变更') }] },
  })
})

test('a history of codes comes in by a sheet: what a county was called and coded before leads to it', async () => {
  const history = utf8(
    '生效日期,原代码,原名称,现代码\n2020-06-30,990121,云溪老县,990101\n2020-06-30,990122,无处县,990199\n',
  )
  const plan = await planOf(history)
  expect(saidOf(plan)).toEqual([
    'history add 990121 2020年6月30日起为云溪县（990101）',
    'history refused 990122 现代码990199不在区划名单内；请先补充这个县，或改正代码',
  ])
  const answer = await api.call('addDivisions', { member: admin, body: plan.additions })
  expect(answer.status).toBe(200)
  const { body } = await api.call('listDivisionChanges', { member: admin })
  expect(body['changes']).toMatchObject([{ from: [{ code: '990121', name: '云溪老县' }], to: [{ code: '990101' }] }])
})

test('a whole tree of the public form fills a system that knows its province alone, and says what it does not name', async () => {
  const only = { ...TREE, cities: [], counties: [] }
  const file = (counties: readonly object[]) =>
    utf8(
      JSON.stringify([
        { code: '98', name: '别省', children: [] },
        { code: '99', name: TREE.province.name, children: [{ code: '9901', name: '甲市', children: counties }] },
      ]),
    )
  const plan = await planOf(file([{ code: '990101', name: '云溪县' }]), only)
  expect(saidOf(plan)).toEqual(['city add 9901', 'county add 990101'])
  expect(addDivisions(only, plan.additions)).toMatchObject({
    ok: true,
    value: { next: { counties: [{ code: '990101' }] } },
  })
  const known = await planOf(file([{ code: '990101', name: '云溪县' }]))
  expect(saidOf(known)).toContain('county absent 990102 名单里没有，不改动；已撤并的请登记区划变更')
})

test('what is no list says so', async () => {
  expect(await readDivisionList(utf8('{"a":'), '99')).toMatchObject({
    ok: false,
    error: expect.stringContaining('JSON'),
  })
  expect(await readDivisionList(utf8('[{"code":"51","name":"四川省","children":[]}]'), '99')).toMatchObject({
    ok: false,
    error: expect.stringMatching(/没有代码为 99 的省；有：51 四川省/),
  })
  expect(await readDivisionList(utf8('a,b\n1,2\n'), '99')).toMatchObject({
    ok: false,
    error: expect.stringContaining('没有找到“行政区划名单”的表头'),
  })
})

test('a file that is loaded later loses neither zone nor history nor former name that a list brought in', () => {
  const added = addDivisions(TREE, {
    cities: [],
    counties: [
      { code: CountyCode.parse('9901H1'), name: '云溪高新区', city: CityCode.parse('9901') },
      { code: CountyCode.parse('990101'), name: '云溪县', city: CityCode.parse('9901'), formerNames: ['溪县'] },
    ],
    successors: [
      {
        from: CountyCode.parse('990121'),
        name: '云溪老县',
        to: CountyCode.parse('990101'),
        on: PlainDate.parse('2020-06-30'),
      },
    ],
  })
  if (!added.ok) throw new Error(added.error.detail)
  expect(keepRecordedChanges(TREE, added.value.next)).toEqual(added.value.next)
})
