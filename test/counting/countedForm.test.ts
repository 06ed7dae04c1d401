import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { cityOf, done, type Opened, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { reported } from '../builders/submission.ts'
import { CENTRES, countingScheme, defineCentres, keepCentres, REPORT_ROWS, type RowGiven } from './keptRegister.ts'

const COUNTY = PLACES.county.code
const reporter = reporterOf(COUNTY)
const reviewer = reviewerOf(COUNTY)
const city = cityOf(COUNTY)
const admin = member({ roles: ['province-admin'] })

const TYPED: readonly FormValue[] = [
  reported('ACCIDENTS', '0'),
  reported('DRILLS', '3', '2026-H1'),
  reported('DRILLS', '4', '2026-H2'),
  reported('COVERAGE', '98.5'),
  reported('DISPUTES_FOUND', '4977'),
  reported('DISPUTES_RESOLVED', '4803'),
]

let province: Province
let opened: Opened
let params: { submissionId: ReturnType<Opened['formOf']> }

beforeEach(async () => {
  province = new Province()
  await defineCentres(province.stores)
  opened = await province.openCycle(countingScheme())
  params = { submissionId: opened.formOf(COUNTY) }
})

const form = async (who = reporter) => done(await province.ask(who, 'getSubmission', { params }))
const figures = async (who = reporter) =>
  Object.fromEntries(
    (await form(who)).state.values
      .filter(({ item }) => item.startsWith('CENTERS'))
      .map((value) => [value.item.slice('CENTERS_'.length), value.status === 'reported' ? value.value : value.status]),
  )
const version = async (who = reporter) => (await form(who)).version
const save = async (values: readonly FormValue[] = TYPED) =>
  province.run(reporter, 'saveValues', { params, body: { values: [...values] } }, await version())
const submit = async () => province.run(reporter, 'submitSubmission', { params }, await version())
const rowsOf = (item: string, query: object = {}, who = reporter) =>
  province.ask(who, 'getCountedRows', { params: { ...params, item, period: '2026' }, query })

const REPORT = { TOTAL: '496', DEMONSTRATION: '102', BUILDING: '360', LED: '33' }

describe('the county report, entered as a register', () => {
  test('gives its totals, and a check names the centre that has no class', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    expect(await figures()).toEqual(REPORT)
    const { checks, counted } = await form()
    expect(checks.map(({ message }) => message)).toContain(
      '综治中心总数：“东岭镇未定类中心”1行没有计入任何一个分项，请在台账“综治中心”中补填或更正',
    )
    expect(checks.find(({ item }) => item === 'CENTERS_TOTAL')?.message).toContain('相差1')
    expect(counted.find(({ item }) => item === 'CENTERS_DEMONSTRATION')).toMatchObject({
      rows: 102,
      ledger: '台账“综治中心”',
      words: '由台账“综治中心”汇总：类别＝示范类的行数',
    })
  })

  test('delete one row and return the form: figure, receipt and the sum change alike', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    const first = await acceptedAndScored()
    expect(first).toMatchObject({ value: '102', rows: 102, sum: 102 + 360 + 33, total: '496' })

    await keepCentres(province.stores, [null, ...REPORT_ROWS.slice(1)])
    const reason = { to: 'draft' as const, reason: '示范1已撤并，请更正' }
    done(await province.run(city, 'returnSubmission', { params, body: reason }, await version(city)))
    const second = await acceptedAndScored()
    expect(second).toMatchObject({ value: '101', rows: 101, sum: 101 + 360 + 33, total: '495' })
    expect(second.digest).not.toBe(first.digest)
    // What the first result was made from stays as it was.
    const old = done(await rowsOf('CENTERS_DEMONSTRATION', { drawing: first.drawing }))
    expect(old).toMatchObject({ rows: 102, digest: first.digest, figure: { status: 'reported', value: '102' } })
    expect(old.list.some(({ cells }) => cells['name'] === '示范1')).toBe(true)
  })

  test('a figure that moved since it was seen keeps the form, and both figures are told; once seen it goes', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    const seen = (value: string) => [{ item: 'CENTERS_DEMONSTRATION', period: '2026', value }]
    const submitSeen = async (value: string) =>
      province.run(reporter, 'submitSubmission', { params, body: { counted: seen(value) } }, await version())
    await keepCentres(province.stores, [null, ...REPORT_ROWS.slice(1)])
    const refused = await submitSeen('102')
    expect(refused.ok ? null : refused.error).toMatchObject({
      code: 'counted-moved',
      detail: expect.stringContaining('您看到的是102，台账现在是101'),
    })
    expect((await form()).state.status).toBe('draft')
    done(await submitSeen('101'))
  })

  async function acceptedAndScored() {
    done(await save())
    done(await submit())
    done(await province.run(reviewer, 'verifySubmission', { params, body: {} }, await version(reviewer)))
    done(await province.run(city, 'acceptSubmission', { params, body: {} }, await version(city)))
    const reason = { reason: '其他县尚未报齐，先行计分' }
    const run = done(await province.run(admin, 'runScores', { params: { cycleId: opened.cycleId }, body: reason }))
    const ids = { runId: run.id as never, subject: COUNTY as never }
    const card = done(await province.ask(admin, 'getScorecard', { params: ids }))
    const raw = card.receipts.flatMap(({ rawValues }) => rawValues).find(({ item }) => item === 'CENTERS_DEMONSTRATION')
    const proof = raw?.counted?.[0]
    if (raw === undefined || proof === undefined) throw new Error('the receipt leads to the rows')
    // The receipt opens to the rows, for the province too.
    const opens = done(await rowsOf('CENTERS_DEMONSTRATION', { drawing: proof.drawing }, admin))
    expect(opens.rows).toBe(proof.rows)
    // The archive holds the figure with its digest and where its rows lie.
    const { values } = done(await province.ask(admin, 'getRunArchivePart', { params: ids }))
    const { submission, drawing, digest } = proof
    expect(values.find(({ item }) => item === 'CENTERS_DEMONSTRATION')).toMatchObject({
      value: raw.value,
      counted: { submission, drawing, digest },
    })
    const now = await figures(admin)
    const sum = ['DEMONSTRATION', 'BUILDING', 'LED'].reduce((total, part) => total + Number(now[part]), 0)
    return { ...proof, value: raw.value, sum, total: now['TOTAL'] }
  }
})

describe('a figure that is counted', () => {
  test('is refused by its name where somebody types it', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    const typed = await save([...TYPED, reported('CENTERS_TOTAL', '500')])
    expect(refusalOf(typed)).toBe('value-invalid')
    expect(typed.ok ? '' : typed.error.detail).toBe(
      '“综治中心总数”由台账“综治中心”汇总，不能填写；数不对的，请在台账“综治中心”中更正',
    )
  })

  test('is missing while nobody has filled the register, 0 once it is declared that there is none', async () => {
    expect(await figures()).toMatchObject({ TOTAL: 'missing', LED: 'missing' })
    await keepCentres(province.stores, [], { declaredNone: true })
    expect(await figures()).toMatchObject({ TOTAL: '0', LED: '0' })
  })

  test('is counted anew when the form is submitted, whatever stood there when it was opened', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    const before = await version()
    await keepCentres(province.stores, [null, null, ...REPORT_ROWS.slice(2)])
    done(await province.run(reporter, 'submitSubmission', { params }, before))
    const { state } = await form(reviewer)
    expect(state.approved.submitted?.find(({ item }) => item === 'CENTERS_DEMONSTRATION')).toMatchObject({
      value: '100',
    })
    expect(done(await rowsOf('CENTERS_DEMONSTRATION', {}, reviewer)).rows).toBe(100)
  })

  test('stays as it was submitted; the reviewer sees what it is today, and by which rows', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    done(await submit())
    expect((await form(reviewer)).counted.every(({ now }) => now === undefined)).toBe(true)

    const promoted: RowGiven = { name: '创建1', class: 'demo', staff: '2' }
    const later = REPORT_ROWS.map((row) => (row.name === '创建1' ? promoted : row))
    await keepCentres(province.stores, [null, ...later.slice(1), { name: '新建', class: 'demo' }])
    const { counted } = await form(reviewer)
    expect(await figures(reviewer)).toEqual(REPORT)
    expect(counted.find(({ item }) => item === 'CENTERS_DEMONSTRATION')?.now).toEqual({
      status: 'reported',
      value: '103',
    })
    expect(counted.find(({ item }) => item === 'CENTERS_LED')?.now).toBeUndefined()
    const { now, rows } = done(await rowsOf('CENTERS_DEMONSTRATION', { compare: 'now' }, reviewer))
    expect(rows).toBe(102)
    expect(now?.changes.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'added 创建1',
      'added 新建',
      'removed 示范1',
    ])
  })

  test('and its rows are all read, a page at a time, each once', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    done(await submit())
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = done(await rowsOf('CENTERS_TOTAL', cursor === undefined ? {} : { cursor }))
      expect(page.list.length).toBeLessThanOrEqual(100)
      names.push(...page.list.map(({ cells }) => cells['name'] ?? ''))
      cursor = page.cursor
    } while (cursor !== undefined)
    expect(names).toEqual(REPORT_ROWS.map(({ name }) => name))
  })

  test('shows nobody a column of its rows that the register does not show them', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    await province.fill(opened, COUNTY, 'accepted', TYPED)
    const own = done(await rowsOf('CENTERS_LED', {}, reporter))
    const above = done(await rowsOf('CENTERS_LED', {}, city))
    expect(own.list[0]?.cells['phone']).toBe('0571-1')
    expect(above.hiddenColumns).toBe(1)
    expect(JSON.stringify(above)).not.toContain('0571-1')
  })

  test('is refused to whoever does not see the form', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    done(await submit())
    for (const who of [reporterOf(PLACES.neighbourCounty.code), city, admin])
      expect(refusalOf(await rowsOf('CENTERS_LED', {}, who))).toBe('not-found')
  })
})

describe('while rows are changed', () => {
  /** Runs `change` after each question for rows, with its number; the questions of the change itself are not counted. */
  function afterReads(change: (read: number) => Promise<void>): () => void {
    const { tables } = province.stores as unknown as { tables: { getMany: (...args: unknown[]) => Promise<unknown> } }
    const plain = tables.getMany.bind(tables)
    let reads = 0
    const counted: typeof plain = async (...args) => {
      const answer = await plain(...args)
      if (!JSON.stringify(args).includes('register-leaf')) return answer
      reads++
      tables.getMany = plain
      await change(reads)
      tables.getMany = counted
      return answer
    }
    tables.getMany = counted
    return () => {
      tables.getMany = plain
    }
  }
  /** The first centre becomes the last: between the leaves of one reading it would be counted twice. */
  const moved = [null, ...REPORT_ROWS.slice(1), REPORT_ROWS[0] as RowGiven]

  // The first reading asks twice, for the first leaf and for the others; so does the second.
  test.each([
    ['first', 1],
    ['second', 3],
  ])('figure and rows are of one moment: a centre that moves during the %s reading is counted once', async (_, at) => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    const before = await version()
    const stop = afterReads(async (read) => {
      if (read === at) await keepCentres(province.stores, moved)
    })
    done(await province.run(reporter, 'submitSubmission', { params }, before))
    stop()
    const total = done(await rowsOf('CENTERS_TOTAL'))
    expect(total.figure).toMatchObject({ value: '496' })
    expect(total.rows).toBe(496)
    expect(done(await rowsOf('CENTERS_DEMONSTRATION')).rows).toBe(102)
  })

  test('a register that never stands still is not submitted from', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    done(await save())
    const before = await version()
    const stop = afterReads(async (read) => {
      if (read > 40) throw new Error('it is asked for ever')
      await keepCentres(province.stores, [...REPORT_ROWS.slice(0, -1), { name: `第${read}次`, staff: '1' }])
    })
    const refused = await province.run(reporter, 'submitSubmission', { params }, before)
    stop()
    expect(refusalOf(refused)).toBe('stale-version')
    expect((await form()).state.status).toBe('draft')
  })
})

test('a scheme whose ledger has gone is not published', async () => {
  const other = new Province()
  await defineCentres(other.stores, { status: 'closed' })
  await expect(other.openCycle(countingScheme())).rejects.toThrow('scheme-refused')
  expect(CENTRES.status).toBe('open')
})
