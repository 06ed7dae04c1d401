import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { previewScorecard } from '@anjie/domain/league-tables/previewScorecard'
import { listRowsOf } from '@anjie/projections/lists/index'
import { pack, unpack } from '@anjie/store/packed'
import { describe, expect, test } from 'vitest'
import { type member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, type Opened, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'

const [first, second, third] = [PLACES.county.code, PLACES.neighbourCounty.code, PLACES.farCounty.code]

async function scored(reading: 'progressive' | 'whole-range', safety?: readonly [string, string, string]) {
  const province = new Province()
  const opened = await province.openCycle(countyScheme({ reading }))
  const runId = (await province.score(opened, safety)) as never
  const run = async () => done(await province.ask(admin, 'getRun', { params: { runId } }))
  const scorecard = async (county: string) =>
    done(await province.ask(admin, 'getScorecard', { params: { runId, subject: county as never } }))
  return { province, opened, runId, run, scorecard }
}

const again = async (province: Province, { cycleId }: Opened): Promise<never> =>
  done(await province.run(admin, 'runScores', { params: { cycleId }, body: {} })).id as never
const step = (province: Province, operation: 'previewRun' | 'publishRun', runId: never, version: number) =>
  province.run(
    admin,
    operation,
    {
      params: { runId },
      body: operation === 'previewRun' ? { appealsUntil: '2030-12-31' as never } : { earlyReason: '各县无异议' },
    } as never,
    version,
  )

/** Does something as soon as records with this in their key were read, once. */
function afterReading(province: Province, part: string, act: () => Promise<unknown>): void {
  const { getMany } = province.stores.tables
  let isDone = false
  Object.assign(province.stores.tables, {
    getMany: async (table: never, keys: readonly { pk: string }[]) => {
      const items = await getMany(table, keys as never)
      if (!isDone && keys.some(({ pk }) => pk.includes(part))) {
        isDone = true
        await act()
      }
      return items
    },
  })
}

/** Does something just before the next transaction is written. */
function beforeWriting(province: Province, act: () => Promise<unknown>): void {
  const { transact } = province.stores.tables
  Object.assign(province.stores.tables, {
    transact: async (...given: Parameters<typeof transact>) => {
      Object.assign(province.stores.tables, { transact })
      await act()
      return transact(...given)
    },
  })
}

describe('计分', () => {
  test('a safety rate of 88 % costs 2.5 read progressively and 4.0 over the whole range, as the scheme chooses', async () => {
    for (const [reading, lost, score] of [
      ['progressive', '2.5', '97.50'],
      ['whole-range', '4', '96.00'],
    ] as const) {
      const { run, scorecard } = await scored(reading)
      expect((await run()).state.rows.find(({ subject }) => subject === first)?.publishedScore).toBe(score)
      const receipt = (await scorecard(first)).receipts.find(({ node }) => node === 'S')
      expect(receipt).toMatchObject({ points: `-${lost}`, lostPoints: lost, depth: 1, parent: 'ROOT', leaf: true })
      expect(receipt?.rawValues).toMatchObject([{ item: 'SAFETY', itemName: '群众安全感', unit: '%', value: '88' }])
      expect(receipt?.steps.length).toBeGreaterThan(0)
      expect(receipt?.clause).toContain('安全感')
    }
  })

  test('equal scores share a rank and are marked; the next place is skipped; unranked come last', async () => {
    const { run } = await scored('progressive', ['96', '88', '97'])
    expect((await run()).state.rows.map(({ subject, rank, tied }) => [subject, rank, tied])).toEqual([
      [first, 1, true],
      [third, 1, true],
      [second, 3, false],
    ])
    const { rows, notes } = (await run()).state
    expect(notes.length).toBeGreaterThan(0)
    for (const { interval } of rows) expect(interval?.from).toBeLessThanOrEqual(interval?.to ?? 0)
  })

  test('a subject without a figure is not ranked and says why; it is not scored as zero', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    for (const county of [first, second, third]) await province.fill(opened, county)
    await province.enterSafety(opened, first, '0')
    await province.enterSafety(opened, second, '96')
    const runId = await again(province, opened)
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId } }))
    expect(state.rows.map(({ subject, rank, publishedScore }) => [subject, rank, publishedScore])).toEqual([
      [second, 1, '100.00'],
      [first, 2, '95.00'],
      [third, null, null],
    ])
    expect(state.rows[2]?.notRankedReason).toBeTruthy()
  })

  test('counties that are not accepted hold the scoring back, unless a reason is on record; they are named in the run', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await province.fill(opened, first)
    await province.fill(opened, second, 'submitted')
    const params = { cycleId: opened.cycleId }
    const refused = await province.run(admin, 'runScores', { params, body: {} })
    expect(refused.ok ? [] : [refused.error.code, ...(refused.error.errors ?? []).map(({ detail }) => detail)]).toEqual(
      ['submissions-outstanding', '石塘县：待县级审核', '柳泉区：填报中'],
    )
    const run = done(await province.run(admin, 'runScores', { params, body: { reason: '两县受灾' } }))
    const shown = done(await province.ask(admin, 'getRun', { params: { runId: run.id as never } }))
    expect(shown.state.outstanding).toEqual([second, third])
    expect(shown.timeline[0]?.details).toContainEqual({ name: '继续计分的理由', value: '两县受灾' })
  })

  test('the score rests on what the city accepted, not on what was typed after a return', async () => {
    const { province, opened } = await scored('progressive', ['96', '96', '96'])
    const params = { submissionId: opened.formOf(first) }
    const worse = [...WHOLE_FORM.filter(({ item }) => item !== 'ACCIDENTS'), reported('ACCIDENTS', '1')]
    done(
      await province.run(cityOf(first), 'returnSubmission', { params, body: { to: 'draft', reason: '漏报事故' } }, 5),
    )
    await province.fill(opened, first, 'accepted', worse)
    const runId = await again(province, opened)
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId } }))
    expect(state.rows.at(-1)).toMatchObject({ subject: first, publishedScore: '95.00' })
  })

  test('the same figures give the same hashes again; another figure gives others', async () => {
    const { province, opened, run } = await scored('progressive')
    const runId = await again(province, opened)
    const repeated = done(await province.ask(admin, 'getRun', { params: { runId } })).state
    const before = (await run()).state
    expect([repeated.inputsHash, repeated.resultHash]).toEqual([before.inputsHash, before.resultHash])
    const params = { cycleId: opened.cycleId, subject: first as never }
    done(
      await province.run(admin, 'enterCommissionValues', { params, body: { values: [reported('SAFETY', '90')] } }, 1),
    )
    const changed = done(
      await province.ask(admin, 'getRun', { params: { runId: await again(province, opened) } }),
    ).state
    expect(changed.inputsHash).not.toBe(before.inputsHash)
    expect(changed.resultHash).not.toBe(before.resultHash)
  })

  test('a rerun takes the place of a run that nobody was shown, and only the newest can be released', async () => {
    const { province, opened, runId, run } = await scored('progressive')
    const newer = await again(province, opened)
    expect((await run()).state.status).toBe('superseded')
    expect(refusalOf(await step(province, 'previewRun', runId, 2))).toBe('transition-not-allowed')
    expect(done(await step(province, 'previewRun', newer, 1)).status).toBe('preview')
  })

  test('ranks are compared with the last published table', async () => {
    const { province, opened, runId } = await scored('progressive', ['88', '96', '93'])
    done(await step(province, 'previewRun', runId, 1))
    done(await step(province, 'publishRun', runId, 2))
    province.now = '2028-01-10T01:00:00.000Z'
    const next = await province.openCycle(countyScheme({ code: 'COUNTY-2027', year: 2027 }), 2027)
    const nextRun = (await province.score(next, ['96', '88', '93'], 2027)) as never
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId: nextRun } }))
    expect(state.rows.map(({ subject, rankChange }) => [subject, rankChange])).toEqual([
      [first, 2],
      [third, 0],
      [second, -2],
    ])
    expect(opened.cycleId).not.toBe(next.cycleId)
  })

  test('a preview keeps back the steps of a rule that compares, because ranks and neighbours’ figures stand in them', async () => {
    const { scorecard } = await scored('progressive')
    const card = Scorecard.parse(await scorecard(first))
    const compared = { ...card, receipts: card.receipts.map((receipt) => ({ ...receipt, comparesPeers: true })) }
    expect(card.receipts.every(({ comparesPeers }) => !comparesPeers)).toBe(true)
    expect(previewScorecard(card).receipts.some(({ steps }) => steps.length > 0)).toBe(true)
    expect(
      previewScorecard(compared).receipts.every(({ steps, nextBand }) => steps.length === 0 && nextBand === null),
    ).toBe(true)
  })

  test('a county that took over another’s place is compared with the rank of the one that it succeeds', async () => {
    const { province, runId } = await scored('progressive', ['88', '96', '93'])
    done(await step(province, 'previewRun', runId, 1))
    done(await step(province, 'publishRun', runId, 2))
    province.now = '2028-01-10T01:00:00.000Z'
    const link = { from: second, to: first, on: '2027-06-01' }
    province.divisions = DivisionTree.parse({ ...province.divisions, successors: [link] })
    const next = await province.openCycle(countyScheme({ code: 'COUNTY-2027', year: 2027 }), 2027)
    const nextRun = (await province.score(next, ['96', '88', '93'], 2027)) as never
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId: nextRun } }))
    expect(state.rows.find(({ subject }) => subject === first)).toMatchObject({ rank: 1, rankChange: 0 })
  })
})

describe('预览与公布', () => {
  const owned = async (province: Province, county: string, { cycleId }: Opened) =>
    province.ask(reporterOf(county), 'getOwnScorecard', { params: { cycleId } })
  const table = async (province: Province, who: ReturnType<typeof member>, { cycleId }: Opened) =>
    province.ask(who, 'getLeagueTable', { params: { cycleId } })

  test('before the preview nobody below the province learns that there are scores', async () => {
    const { province, opened, runId } = await scored('progressive')
    for (const who of [reporterOf(first), cityOf(first), admin])
      expect(refusalOf(await table(province, who, opened))).toBe('not-found')
    expect(refusalOf(await owned(province, first, opened))).toBe('not-found')
    expect(refusalOf(await province.ask(reporterOf(first), 'getRun', { params: { runId } }))).toBe('not-found')
    expect(
      done(await province.ask(reporterOf(first), 'listRuns', { params: { cycleId: opened.cycleId } })).rows,
    ).toEqual([])
    const cycle = done(await province.ask(reporterOf(first), 'getCycle', { params: { cycleId: opened.cycleId } }))
    expect(cycle.state.latestRun).toBeUndefined()
    expect(cycle.timeline.map(({ type }) => type)).not.toContain('CycleScored')
  })

  test('in the preview a county sees its own points and neither its rank nor anything of others', async () => {
    const { province, opened, runId } = await scored('progressive')
    done(await step(province, 'previewRun', runId, 1))
    const own = done(await owned(province, first, opened))
    expect(own.row).toMatchObject({
      subject: first,
      publishedScore: '97.50',
      rank: null,
      tied: false,
      grade: null,
      rankChange: null,
    })
    expect(own.receipts.every(({ groupMedian }) => groupMedian === null)).toBe(true)
    expect(JSON.stringify(own)).not.toContain('石塘县')
    expect(refusalOf(await table(province, reporterOf(first), opened))).toBe('not-found')
    expect(refusalOf(await table(province, cityOf(first), opened))).toBe('not-found')
  })

  test('after publication everybody reads the same table, and the cycle takes no more figures', async () => {
    const { province, opened, runId, run } = await scored('progressive')
    expect(refusalOf(await step(province, 'publishRun', runId, 1))).toBe('transition-not-allowed')
    done(await step(province, 'previewRun', runId, 1))
    done(await step(province, 'publishRun', runId, 2))
    const tables = await Promise.all(
      [reporterOf(first), reporterOf(third), cityOf(first), admin].map((who) => table(province, who, opened)),
    )
    expect(new Set(tables.map((each) => JSON.stringify(done(each)))).size).toBe(1)
    expect(done(await table(province, admin, opened)).rows).toEqual((await run()).state.rows)
    expect(done(await owned(province, first, opened)).row.rank).toBe(3)
    const cycle = done(await province.ask(admin, 'getCycle', { params: { cycleId: opened.cycleId } }))
    expect(cycle.state).toMatchObject({ status: 'final', publishedRun: runId })
    expect(refusalOf(await province.run(admin, 'runScores', { params: { cycleId: opened.cycleId }, body: {} }))).toBe(
      'cycle-not-open',
    )
  })

  test('a correction in the preview leads to a new run that replaces the shown one', async () => {
    const { province, opened, runId, run } = await scored('progressive')
    done(await step(province, 'previewRun', runId, 1))
    const params = { cycleId: opened.cycleId, subject: first as never }
    done(
      await province.run(admin, 'enterCommissionValues', { params, body: { values: [reported('SAFETY', '96')] } }, 1),
    )
    const corrected = await again(province, opened)
    expect((await run()).state.status).toBe('preview')
    expect(done(await owned(province, first, opened)).row.publishedScore).toBe('97.50')
    expect(refusalOf(await step(province, 'publishRun', runId, 2))).toBe('run-not-latest')
    done(await step(province, 'publishRun', corrected, 1))
    expect((await run()).state.status).toBe('superseded')
    expect(done(await owned(province, first, opened)).row).toMatchObject({ publishedScore: '100.00', rank: 1 })
  })

  test('figures that were accepted or entered after the run bar its release until it is run again', async () => {
    const { province, opened, runId } = await scored('progressive')
    province.now = '2026-03-03T01:00:00.000Z'
    const params = { cycleId: opened.cycleId, subject: first as never }
    done(
      await province.run(admin, 'enterCommissionValues', { params, body: { values: [reported('SAFETY', '96')] } }, 1),
    )
    const refused = await step(province, 'previewRun', runId, 1)
    expect(refused.ok ? [] : [refused.error.code, refused.error.detail]).toEqual([
      'run-not-latest',
      '计分之后，云溪县的数据又有变动，请重新计分',
    ])
    const shown = done(await province.ask(admin, 'getRun', { params: { runId } }))
    expect(shown.allowed.find(({ action }) => action === 'preview')).toMatchObject({ allowed: false })
    done(await step(province, 'previewRun', await again(province, opened), 1))
  })

  test('what is settled while the scores are worked out makes the run stale, although both have the same time', async () => {
    const { province, opened } = await scored('progressive', ['96', '96', '96'])
    const enter = async () =>
      done(
        await province.run(
          admin,
          'enterCommissionValues',
          {
            params: { cycleId: opened.cycleId, subject: second as never },
            body: { values: [reported('SAFETY', '90')] },
          },
          1,
        ),
      )
    afterReading(province, '#commission-values#', enter)
    const runId = await again(province, opened)
    expect(refusalOf(await step(province, 'previewRun', runId, 1))).toBe('run-not-latest')
    const shown = done(await province.ask(admin, 'getRun', { params: { runId } }))
    expect(shown.allowed.find(({ action }) => action === 'preview')?.reason).toContain('石塘县')
    done(await step(province, 'previewRun', await again(province, opened), 1))
  })

  test('a form that the city accepts in the moment of the publication bars it, and the refusal names the county', async () => {
    const { province, opened, runId } = await scored('progressive')
    done(await step(province, 'previewRun', runId, 1))
    const params = { submissionId: opened.formOf(second) }
    done(
      await province.run(cityOf(second), 'returnSubmission', { params, body: { to: 'submitted', reason: '更正' } }, 5),
    )
    done(await province.run(reviewerOf(second), 'verifySubmission', { params, body: {} }, 6))
    beforeWriting(province, async () =>
      done(await province.run(cityOf(second), 'acceptSubmission', { params, body: {} }, 7)),
    )
    const refused = await step(province, 'publishRun', runId, 2)
    expect(refused.ok ? [] : [refused.error.code, refused.error.detail]).toEqual([
      'run-not-latest',
      '计分之后，石塘县的数据又有变动，请重新计分',
    ])
    const rerun = await again(province, opened)
    done(await step(province, 'publishRun', rerun, 1))
  })

  test('a run from before its figures’ versions were kept is scored again before it is shown', async () => {
    const { province, opened, runId } = await scored('progressive')
    const { pk, sk, ...item } = province.stores.tables
      .dump('records')
      .find((each) => each['pk'] === `P#99#run#${runId}#` && each['sk'] === 'STATE#') as never as Record<string, string>
    const { basis: _none, ...old } = unpack(item['state']) as { basis: unknown }
    await province.stores.tables.transact([
      {
        item: { ...item, pk: String(pk), sk: String(sk), state: pack(old) } as never,
        condition: { is: 'at-version', version: 1 },
      },
    ])
    expect(refusalOf(await step(province, 'previewRun', runId, 1))).toBe('run-not-latest')
    done(await step(province, 'previewRun', await again(province, opened), 1))
  })

  test('a preview and a publication read no form and no figures of the commission', async () => {
    const { province, runId } = await scored('progressive')
    const read: string[] = []
    const { getMany, get } = province.stores.tables
    Object.assign(province.stores.tables, {
      getMany: (table: never, keys: readonly { pk: string }[]) => {
        read.push(...keys.map(({ pk }) => pk))
        return getMany(table, keys as never)
      },
      get: (table: never, key: { pk: string }) => {
        read.push(key.pk)
        return get(table, key as never)
      },
    })
    done(await province.ask(admin, 'getRun', { params: { runId } }))
    done(await step(province, 'previewRun', runId, 1))
    done(await step(province, 'publishRun', runId, 2))
    expect(read.length).toBeGreaterThan(0)
    expect(read.filter((pk) => /#(submission|commission-values)#/.test(pk))).toEqual([])
  })

  test('every step of a run is in the province’s queue until it is published', async () => {
    const { run, province, runId } = await scored('progressive')
    const queueOf = async () => {
      const { state, version } = await run()
      return listRowsOf('run', state.id, version, state as never).map(({ row }) => row?.nextVerb ?? null)
    }
    expect(await queueOf()).toEqual(['开放预览'])
    done(await step(province, 'previewRun', runId, 1))
    expect(await queueOf()).toEqual(['公布'])
    done(await step(province, 'publishRun', runId, 2))
    expect(await queueOf()).toEqual([null])
  })

  test('what a preview hides is hidden whatever the scorecard holds', async () => {
    const { scorecard } = await scored('progressive')
    const whole = await scorecard(first)
    expect(whole.row.rank).toBe(3)
    expect(whole.receipts.some(({ groupMedian }) => groupMedian !== null)).toBe(true)
    const shown = previewScorecard(whole as never)
    expect(shown.row).toMatchObject({ rank: null, interval: null, grade: null })
  })
})

describe('省级填报数据', () => {
  test('only what the commission fills is taken, once per version, and only for subjects of the cycle', async () => {
    const province = new Province()
    const { cycleId } = await province.openCycle()
    const enter = (county: string, item: string, version: number) =>
      province.run(
        admin,
        'enterCommissionValues',
        { params: { cycleId, subject: county as never }, body: { values: [reported(item, '96')] } },
        version,
      )
    expect(refusalOf(await enter(first, 'COVERAGE', 0))).toBe('item-unknown')
    expect(refusalOf(await enter('990199', 'SAFETY', 0))).toBe('not-found')
    done(await enter(first, 'SAFETY', 0))
    expect(refusalOf(await enter(first, 'SAFETY', 0))).toBe('stale-version')
    const { rows } = done(await province.ask(admin, 'getCommissionValues', { params: { cycleId } }))
    expect(rows.map(({ subject, version }) => [subject, version])).toEqual([
      [first, 1],
      [second, 0],
      [third, 0],
    ])
  })
})
