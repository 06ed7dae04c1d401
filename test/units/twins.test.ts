import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'

const admin = member({ roles: ['county-admin'] })
let api: TestApi
let townshipId: string

beforeEach(async () => {
  api = await testApi()
  api.join(admin)
  townshipId = String((await register({ kind: 'township', name: '柳湾镇' })).body['id'])
})

const register = (given: Record<string, unknown>) =>
  api.call('registerUnit', { member: admin, body: { validFrom: '2020-01-01', ...given } })
const village = (name: string, more: Record<string, unknown> = {}) =>
  register({ kind: 'village', name, parentId: townshipId, ...more })
const names = async () => {
  const { body } = await api.call('listUnits', { member: admin })
  return (body['units'] as { name: string }[]).map(({ name }) => name)
}

describe('a village that is registered under another spelling', () => {
  test.each(['青 松村', '青松村\u3000', '青松 村'])(
    'that looks the same is refused, confirmed or not: “%s”',
    async (name) => {
      await village('青松村')
      for (const confirmation of [{}, { confirmedOther: true }]) {
        const refused = await village(name, confirmation)
        expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input', pointer: '/name' } })
        expect(refused.body['detail']).toContain('已登记过“青松村”')
      }
      expect(await names()).toEqual(['柳湾镇', '青松村'])
    },
  )

  test.each(['青松村村民委员会', '青松村委会', '青松'])(
    'by custom is asked about and stands once confirmed: “%s”',
    async (name) => {
      await village('青松村')
      const asked = await village(name)
      expect(asked).toMatchObject({
        status: 409,
        body: { code: 'near-twin', pointer: '/name', detail: `已登记过“青松村”，与“${name}”可能是同一个单位` },
      })
      const made = await village(name, { confirmedOther: true })
      expect(made.status).toBe(201)
      expect(await names()).toContain(name)
      const fact = api.stores.recordedFacts().at(-1)
      expect(fact).toMatchObject({ type: 'UnitRegistered', details: { checked: '与名称相近的单位不是同一个' } })
      // And again: now there are two of them, and each spelling is taken.
      expect((await village(name, { confirmedOther: true })).status).toBe(400)
    },
  )

  test('by two clerks at the same moment comes in once', async () => {
    const answers = await Promise.all([village('青松村'), village('青松村委会'), village('青 松村')])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('in another township, or of another kind, is another unit', async () => {
    await village('青松村')
    const other = String((await register({ kind: 'township', name: '双桥镇' })).body['id'])
    expect((await village('青松村委会', { parentId: other })).status).toBe(201)
    expect((await register({ kind: 'community', name: '青松社区', parentId: townshipId })).status).toBe(201)
  })

  test('by a change of name is asked about as well', async () => {
    await village('青松村')
    const id = String((await village('白云村')).body['id'])
    const change = (name: string, more = {}) =>
      api.call('changeUnit', {
        member: admin,
        params: { unitId: id },
        ifMatch: 1,
        body: { name, parentId: townshipId, on: '2026-01-01', approvalReference: '乡府发〔2026〕5号', ...more },
      })
    expect((await change('青松村委会')).body).toMatchObject({ code: 'near-twin', pointer: '/name' })
    expect((await change('青 松村', { confirmedOther: true })).status).toBe(400)
    // Its own name spelt otherwise is no twin.
    expect((await change('白云村委会')).status).toBe(200)
  })
})
