import type { RegisterPeriod } from '@anjie/contracts/vocabulary/registers/register'
import { meetsFilter } from '@anjie/domain/registers/meets'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { DEMO_TOWNSHIPS } from '@anjie/local/seed/demoUnits'
import { defineReadyRegisters, fillReportCounty } from '@anjie/local/seed/seedRegisters'
import type { Staff } from '@anjie/local/seed/staff'
import { openStore } from '@anjie/store'
import type { Scope } from '@anjie/use-cases/ports'
import { readRegister } from '@anjie/use-cases/registers/readRegister'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'

const COUNTY = '990101'
const people = {
  admin: member({ roles: ['province-admin'] }),
  auditor: member({ roles: ['auditor'] }),
  city: member({ roles: ['city-reviewer'] }),
  county: member({ roles: ['county-reporter'] }),
  neighbour: member({ roles: ['county-reporter'], jurisdiction: '990102', personId: 'neighbour' }),
} as const
type Who = keyof typeof people

const VILLAGES = ['甲村', '乙村'].map((name) => ({ name, id: `${COUNTY}.${ulid()}` }))
const village = (at: number) =>
  member({ roles: ['unit-reporter'], personId: `village-${at}`, unit: VILLAGES[at]?.id ?? '' })

let api: TestApi

const definition = (code: string) => READY_REGISTERS.find((each) => each.code === code)?.definition ?? expect.fail(code)

const call = (who: Who | ReturnType<typeof member>, operation: Parameters<TestApi['call']>[0], given: object = {}) =>
  api.call(operation, { member: typeof who === 'string' ? people[who] : who, ...given })

async function done(answer: Promise<TestAnswer>): Promise<Record<string, unknown>> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

interface Result {
  readonly row?: string
  readonly version?: number
  readonly result: string
  readonly faults?: { readonly column?: string; readonly detail: string }[]
}
interface Row {
  readonly id: string
  readonly version: number
  readonly cells: Record<string, string>
}

const save = async (who: Who | ReturnType<typeof member>, code: string, rows: object[], more: object = {}) =>
  (await done(call(who, 'saveRegisterRows', { params: { registerId: `99.${code}` }, body: { rows, ...more } })))[
    'results'
  ] as Result[]

const page = async (who: Who | ReturnType<typeof member>, code: string, query = '') =>
  (await done(call(who, 'listRegisterRows', { params: { registerId: `99.${code}` }, query }))) as unknown as {
    rows: Row[]
    cursor?: string
    state: string
    register: { columns: { code: string }[] }
    totals?: {
      rows: number
      incomplete: number
      sums: Record<string, string>
      codes: Record<string, Record<string, number>>
    }
  }

const fund = (project: string, amount = '10') => ({ cells: { project, use: '综治中心', amount } })

beforeEach(async () => {
  api = await testApi()
  for (const person of Object.values(people)) api.join(person)
  const platform = api.stores.openPlatformStore('99', systemMark())
  for (const [at, { id, name }] of VILLAGES.entries()) {
    await platform.commit([unitChange(COUNTY, { id, name })])
    api.join(village(at))
  }
  for (const code of ['funds', 'centres', 'patrols'])
    await done(call('admin', 'defineRegister', { body: { code, definition: definition(code) } }))
})

describe('rows', () => {
  test('are saved each by itself: refused ones name cell and remedy, the others stay', async () => {
    const results = await save('county', 'funds', [
      fund('三级综治中心', '１，２００.50万元'),
      { cells: { project: '雪亮工程', use: '购车', amount: '很多' } },
      { cells: { project: '联系人张某13912345678', use: '其他', amount: '1' } },
      { cells: { project: '无金额', use: '其他' } },
    ])
    expect(results.map(({ result }) => result)).toEqual(['saved', 'refused', 'refused', 'refused'])
    expect(results[1]?.faults).toEqual([
      { column: 'use', detail: expect.stringContaining('用途应选综治中心、视频监控') },
      { column: 'amount', detail: '金额应为数字，填写的是“很多”' },
    ])
    expect(results[2]?.faults?.[0]?.detail).toBe('项目中有手机号，台账不收，请删去')
    expect(results[3]?.faults).toEqual([{ column: 'amount', detail: '金额为必填，没有填写' }])
    const { rows, totals } = await page('county', 'funds')
    expect(rows.map(({ cells }) => cells)).toEqual([{ project: '三级综治中心', use: 'centre', amount: '1200.5' }])
    expect(totals).toMatchObject({ rows: 1, sums: { amount: '1200.5' }, codes: { use: { centre: 1 } } })
  })

  test('bear no identity number, coordinates or device address, however they are typed', async () => {
    const texts = [
      '身份证 51010219800101001X',
      '位于104.0657,30.6595',
      '北纬30°39′',
      '192.168.1.20',
      '１３９１２３４５６７８',
    ]
    const results = await save(
      'county',
      'funds',
      texts.map((text) => fund(text)),
    )
    expect(results.map(({ result }) => result)).toEqual(texts.map(() => 'refused'))
  })

  test('a repeat of the same request adds nothing a second time', async () => {
    const request = {
      params: { registerId: '99.funds' },
      body: { rows: [fund('甲'), fund('乙')] },
      idempotencyKey: 'once-only-1',
    }
    const first = await done(call('county', 'saveRegisterRows', request))
    const again = await done(call('county', 'saveRegisterRows', request))
    expect(again['version']).toBe(first['version'])
    expect((await page('county', 'funds')).rows).toHaveLength(2)
  })

  test('a key stands once in a county, also against what comes at the same moment, and is free again when its row is removed', async () => {
    const both = await Promise.all([
      save('county', 'funds', [fund('同一项目')]),
      save('county', 'funds', [fund('同 一项目')]),
    ])
    expect(
      both
        .flat()
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['refused', 'saved'])
    expect(both.flat().find(({ result }) => result === 'refused')?.faults?.[0]).toMatchObject({ column: 'project' })
    expect((await save('neighbour', 'funds', [fund('同一项目')]))[0]?.result).toBe('saved')
    const { rows } = await page('county', 'funds')
    await done(
      call('county', 'removeRegisterRows', {
        params: { registerId: '99.funds' },
        body: { rows: rows.map(({ id, version }) => ({ row: id, version })), reason: '登错' },
      }),
    )
    expect((await page('county', 'funds')).rows).toEqual([])
    expect((await save('county', 'funds', [fund('同一项目')]))[0]?.result).toBe('saved')
  })

  test('of one leaf that two clerks save at once are both kept; the same row from an outdated version is not', async () => {
    const [one, two] = await save('county', 'funds', [fund('甲'), fund('乙')])
    const change = (of: Result | undefined, amount: string) =>
      save('county', 'funds', [{ row: of?.row, version: of?.version, cells: { amount } }])
    const answers = await Promise.all([change(one, '11'), change(two, '12')])
    expect(answers.flat().map(({ result, version }) => [result, version])).toEqual([
      ['saved', 2],
      ['saved', 2],
    ])
    const [late] = await change(one, '13')
    expect(late?.faults?.[0]?.detail).toBe('您打开的是这一行的第1版，现在是第2版，请看过最新内容再改')
    expect((await change(one, '11'))[0]?.result).toBe('unchanged')
    expect((await page('county', 'funds')).rows.map(({ cells }) => cells['amount'])).toEqual(['11', '12'])
  })

  test('fill leaf after leaf, keep their order, and are found page by page and by a filter', async () => {
    for (let from = 0; from < 200; from += 40)
      await save(
        'county',
        'funds',
        Array.from({ length: 40 }, (_, at) => ({
          cells: { project: `项目${from + at}`, use: (from + at) % 50 === 7 ? '信息化' : '其他', amount: '1' },
        })),
      )
    const names: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const next = await page('county', 'funds', cursor === undefined ? '' : `cursor=${cursor}`)
      names.push(...next.rows.map(({ cells }) => cells['project'] ?? ''))
      cursor = next.cursor
      pages += 1
    } while (cursor !== undefined)
    expect(names).toEqual(Array.from({ length: 200 }, (_, at) => `项目${at}`))
    expect(pages).toBe(2)
    const found = await page('county', 'funds', 'column=use&value=informatics')
    expect(found.rows.map(({ cells }) => cells['project'])).toEqual(['项目7', '项目57', '项目107', '项目157'])
    expect((await page('county', 'funds', `text=${encodeURIComponent('目199')}`)).rows).toHaveLength(1)
    const foreign = await call('county', 'listRegisterRows', {
      params: { registerId: '99.centres' },
      query: `cursor=${(await page('county', 'funds')).cursor}`,
    })
    expect(foreign.status).toBe(400)
  })

  test('tell their own history, old value and new, without their neighbours’', async () => {
    const [one, two] = await save('county', 'funds', [fund('甲'), fund('乙')])
    await save('county', 'funds', [{ row: two?.row, cells: { amount: '99' } }])
    await save('county', 'funds', [{ row: one?.row, cells: { amount: '12', use: '信息化' } }])
    await done(
      call('county', 'removeRegisterRows', {
        params: { registerId: '99.funds' },
        body: { rows: [{ row: one?.row, version: 2 }], reason: '重复立项' },
      }),
    )
    const history = await done(call('county', 'getRowHistory', { params: { rowId: one?.row ?? '' } }))
    const steps = history['steps'] as { what: string; reason?: string; changes: object[] }[]
    expect(history['title']).toBe('甲')
    expect(steps.map(({ what }) => what)).toEqual(['removed', 'changed', 'added'])
    expect(steps[1]?.changes).toEqual([
      { name: '用途', from: '综治中心', to: '信息化' },
      { name: '金额', from: '10', to: '12' },
    ])
    expect(steps[0]).toMatchObject({
      reason: '重复立项',
      changes: expect.arrayContaining([{ name: '项目', from: '甲' }]),
    })
  })

  test('nothing to enter is declared and is another thing than nothing entered; a row takes it back', async () => {
    const none = () => done(call('county', 'declareRegisterNone', { params: { registerId: '99.funds' }, body: {} }))
    expect((await page('county', 'funds')).state).toBe('never-filled')
    await none()
    expect((await page('county', 'funds')).state).toBe('declared-none')
    await save('county', 'funds', [fund('甲')])
    expect((await page('county', 'funds')).state).toBe('filled')
    await expect(none()).rejects.toThrow('台账中已有行')
  })
})

describe('who fills and who reads', () => {
  test('a unit its own rows alone; the county all of them; city and province read down; a neighbour nothing', async () => {
    const own = (times: string) => ({ cells: { kind: '巡查', times } })
    await save(village(0), 'patrols', [own('3')])
    await save(village(1), 'patrols', [own('5')])
    await save('county', 'patrols', [own('7')], { holder: VILLAGES[1]?.id })
    const timesOf = async (who: Who | ReturnType<typeof member>, query = '') =>
      (await page(who, 'patrols', query)).rows.map(({ cells }) => cells['times'])
    expect(await timesOf(village(0))).toEqual(['3'])
    expect((await timesOf('county')).sort()).toEqual(['3', '5', '7'])
    expect((await timesOf('city', `holder=${COUNTY}`)).sort()).toEqual(['3', '5', '7'])
    expect(await timesOf('auditor', `holder=${VILLAGES[1]?.id}`)).toEqual(['5', '7'])
    const others = [
      call(village(0), 'listRegisterRows', {
        params: { registerId: '99.patrols' },
        query: `holder=${VILLAGES[1]?.id}`,
      }),
      call('neighbour', 'listRegisterRows', { params: { registerId: '99.patrols' }, query: `holder=${COUNTY}` }),
      call(village(0), 'saveRegisterRows', {
        params: { registerId: '99.patrols' },
        body: { holder: VILLAGES[1]?.id, rows: [own('1')] },
      }),
      call(village(0), 'saveRegisterRows', { params: { registerId: '99.funds' }, body: { rows: [fund('甲')] } }),
    ]
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([404, 404, 404, 403])
    const [first] = await save(village(1), 'patrols', [own('9')])
    const [foreign] = await save(village(0), 'patrols', [{ row: first?.row, version: 1, cells: { times: '1' } }])
    expect(foreign).toMatchObject({ result: 'refused', faults: [{ detail: '没有这一行' }] })
    expect((await call(village(0), 'getRowHistory', { params: { rowId: first?.row ?? '' } })).status).toBe(404)
  })

  test('what only the filler may see is not told above', async () => {
    await save('county', 'centres', [
      { cells: { name: '县综治中心', place: '本县', level: '县级', duty: '副主任带班，周一至周五' } },
    ])
    const shown = async (who: Who) => {
      const { rows, register } = await page(who, 'centres', `holder=${COUNTY}`)
      return [rows[0]?.cells['duty'], register.columns.some(({ code }) => code === 'duty')]
    }
    expect(await shown('county')).toEqual(['副主任带班，周一至周五', true])
    expect(await shown('city')).toEqual([undefined, false])
    expect(await shown('auditor')).toEqual([undefined, false])
    const holders = async (who: Who) => {
      const body = await done(call(who, 'listRegisterHolders', { params: { registerId: '99.centres' } }))
      const { holders: lines, register } = body as unknown as {
        holders: { holder: string; totals: { filled: Record<string, number> } }[]
        register: { columns: { code: string }[] }
      }
      const own = lines.find(({ holder }) => holder === COUNTY)
      return [
        own?.totals.filled['duty'],
        own?.totals.filled['name'],
        register.columns.some(({ code }) => code === 'duty'),
      ]
    }
    expect(await holders('city')).toEqual([undefined, 1, false])
    expect(await holders('admin')).toEqual([undefined, 1, false])
  })
})

describe('the definition', () => {
  const redefine = async (change: (columns: Record<string, unknown>[]) => Record<string, unknown>[]) => {
    const { state, version } = (await done(call('admin', 'getRegister', { params: { registerId: '99.funds' } }))) as {
      state: Record<string, unknown>
      version: number
    }
    const { id: _id, code: _code, status: _status, updatedAt: _at, ...rest } = state
    const columns = change(state['columns'] as Record<string, unknown>[])
    return call('admin', 'redefineRegister', {
      params: { registerId: '99.funds' },
      ifMatch: version,
      body: { definition: { ...rest, columns }, reason: '完善栏目' },
    })
  }

  test('keeps the type of a column in use, and every column and choice that rows may have', async () => {
    const typed = await redefine((columns) =>
      columns.map((each) => (each['code'] === 'amount' ? { ...each, type: 'text' } : each)),
    )
    expect(typed.body['detail']).toBe('“金额”已在使用，不能改类型；可停用后另加一栏')
    expect((await redefine((columns) => columns.slice(0, -1))).body['detail']).toContain('不能删去')
    expect(
      (
        await redefine((columns) =>
          columns.map((each) =>
            each['code'] === 'use' ? { ...each, choices: (each['choices'] as object[]).slice(1) } : each,
          ),
        )
      ).body['detail'],
    ).toContain('选项“综治中心”已在使用')
  })

  test('a column that is added is missing in rows from before, neither empty nor zero, and they are counted as incomplete', async () => {
    const [before] = await save('county', 'funds', [fund('甲')])
    const added = await redefine((columns) => [
      ...columns,
      { code: 'source', name: '资金来源', type: 'text', required: true, seenBy: 'everybody' },
    ])
    expect(added.status).toBe(200)
    const { rows, totals } = await page('county', 'funds')
    expect(rows[0]?.cells).not.toHaveProperty('source')
    expect(totals?.incomplete).toBe(1)
    expect((await page('county', 'funds', 'missing=source')).rows).toHaveLength(1)
    expect((await save('county', 'funds', [{ row: before?.row, cells: { amount: '11' } }]))[0]?.faults).toEqual([
      { column: 'source', detail: '资金来源为必填，没有填写' },
    ])
    await save('county', 'funds', [{ row: before?.row, cells: { source: '县财政' } }])
    expect((await page('county', 'funds')).totals?.incomplete).toBe(0)
  })

  test('asks for no identity number, telephone, coordinates or list of cameras', async () => {
    for (const name of ['负责人身份证号', '手机', '经度', '摄像头位置'])
      expect(
        (
          await redefine((columns) => [
            ...columns,
            { code: 'never', name, type: 'text', required: false, seenBy: 'everybody' },
          ])
        ).body['code'],
      ).toBe('register-refused')
  })

  test('a closed register is read and not filled', async () => {
    await save('county', 'funds', [fund('甲')])
    await done(
      call('admin', 'closeRegister', {
        params: { registerId: '99.funds' },
        ifMatch: 1,
        body: { status: 'closed', reason: '并入预算系统' },
      }),
    )
    expect(
      (await call('county', 'saveRegisterRows', { params: { registerId: '99.funds' }, body: { rows: [fund('乙')] } }))
        .body['code'],
    ).toBe('register-closed')
    expect((await page('county', 'funds')).rows).toHaveLength(1)
  })
})

/** Some twelve hundred rows, each through the whole of the API. */
const MANY_ROWS_MS = 180_000

test(
  'the county report’s figures, entered as registers, give its totals and name the centre that has no class',
  async () => {
    api = await testApi()
    const reporter = member({ roles: ['county-reporter'], jurisdiction: COUNTY })
    const byName: Record<string, ReturnType<typeof member>> = {
      'province.admin': people.admin,
      [`${COUNTY}.reporter`]: reporter,
    }
    for (const person of Object.values(byName)) api.join(person)
    const platform = api.stores.openPlatformStore('99', systemMark())
    for (const name of DEMO_TOWNSHIPS) {
      const change = unitChange(COUNTY, { id: `${COUNTY}.${ulid()}`, name })
      await platform.commit([{ ...change, next: { ...change.next, kind: 'township' } } as typeof change])
    }
    const staff: Staff = {
      call: async (userName, { id }, given = {}) =>
        done(
          api.call(id as never, { member: byName[userName] ?? expect.fail(userName), ...(given as object) }),
        ) as never,
    }
    await defineReadyRegisters(staff)
    await fillReportCounty(staff, 2026, `${COUNTY}.reporter`)
    const read = async (register: string, period: string) => {
      const scope = {
        level: 'county',
        county: COUNTY,
        city: COUNTY.slice(0, 4),
        province: '99',
      } as unknown as Scope
      return (
        (await readRegister(openStore(api.stores, scope), {
          register,
          holder: COUNTY,
          period: period as RegisterPeriod,
        })) ?? expect.fail(register)
      )
    }
    const centres = await read('centres', 'standing')
    const count = (value: string) => centres.rows.filter(({ cells }) => cells['class'] === value).length
    expect([centres.rows.length, count('model'), count('building'), count('driven')]).toEqual([496, 102, 360, 33])
    const unclassed = centres.rows.filter((row) =>
      meetsFilter(row, { conditions: [{ column: 'class' as never, is: 'missing' }] }, centres.definition.columns),
    )
    expect(unclassed.map(({ cells }) => cells['name'])).toEqual(['荻浦清泉村综治中心'])
    const sum = async (register: string, period: string, column: string) =>
      (await read(register, period)).rows.reduce((total, { cells }) => total + Number(cells[column] ?? 0), 0)
    expect(await sum('grids', '2026', 'found')).toBe(99_800)
    expect((((await sum('grids', '2026', 'closed')) / 99_800) * 100).toFixed(2)).toBe('99.98')
    expect((await sum('grids', '2026', 'fulltime')) + (await sum('grids', '2026', 'parttime'))).toBe(827)
    expect(await sum('video', 'standing', 'connected')).toBe(580 + 2940 + 45_000 + 132 + 38 + 219)
    expect((await read('mediation', 'standing')).rows).toHaveLength(462 + 11)
    expect((await read('named', 'standing')).rows).toHaveLength(1 + 1 + 2 + 11 + 16)
    expect([
      await sum('courts', 'standing', 'courts'),
      await sum('courts', 'standing', 'stations'),
      await sum('courts', 'standing', 'points'),
    ]).toEqual([7, 36, 462])
    expect(await sum('funds', '2026', 'amount')).toBe(8800)
    const page = (await done(
      api.call('listRegisterRows', { member: reporter, params: { registerId: '99.centres' }, query: 'missing=class' }),
    )) as unknown as { rows: Row[] }
    expect(page.rows.map(({ cells }) => cells['name'])).toEqual(['荻浦清泉村综治中心'])
  },
  MANY_ROWS_MS,
)

test.each(READY_REGISTERS.map(({ code }) => code))(
  'the ready-made register %s can be set up as it is',
  async (code) => {
    api = await testApi()
    api.join(people.admin)
    await done(call('admin', 'defineRegister', { body: { code, definition: definition(code) } }))
  },
)
