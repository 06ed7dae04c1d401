import { describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { admin, done, type Opened, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported } from '../builders/submission.ts'

const county = PLACES.county.code
const neighbour = PLACES.neighbourCounty.code
const reviewer = member({ roles: ['province-reviewer'] })
const claim = '调查样本与我县实际人口结构不符，请复核'

/** A cycle whose result the counties can be shown, with a correction window until 31 March 2026. */
async function scored() {
  const province = new Province()
  const opened = await province.openCycle(countyScheme())
  const runId = (await province.score(opened)) as never
  const preview = () =>
    province.run(admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2026-03-31' as never } }, 1)
  const file = (who = reviewerOf(county), node = 'S') =>
    province.run(who, 'fileAppeal', { params: { cycleId: opened.cycleId }, body: { node, claim } })
  const answer = (appealId: string, version = 1, who = reviewer, outcome: 'upheld' | 'dismissed' = 'dismissed') =>
    province.run(
      who,
      'answerAppeal',
      { params: { appealId: appealId as never }, body: { outcome, answer: '经复核，样本抽取符合规定' } },
      version,
    )
  return { province, opened, runId, preview, file, answer }
}

/** The commission puts a county's safety rate right. */
async function correct(province: Province, opened: Opened, of: string, percent: string, version = 1) {
  later(province)
  const params = { cycleId: opened.cycleId, subject: of as never }
  done(
    await province.run(
      admin,
      'enterCommissionValues',
      { params, body: { values: [reported('SAFETY', percent)] } },
      version,
    ),
  )
}

async function rescore(province: Province, opened: Opened): Promise<string> {
  later(province)
  return done(await province.run(admin, 'runScores', { params: { cycleId: opened.cycleId }, body: {} })).id
}

const later = (province: Province): void => {
  province.now = new Date(Date.parse(province.now) + 60_000).toISOString()
}

describe('申诉', () => {
  test('is taken within the correction window only, on an indicator of the county itself, once for each', async () => {
    const { province, preview, file } = await scored()
    expect(refusalOf(await file())).toBe('appeal-window-closed')
    done(await preview())
    expect(refusalOf(await file(reviewerOf(county), 'NOBODY'))).toBe('invalid-input')
    done(await file())
    expect(refusalOf(await file())).toBe('already-appealed')
    done(await file(reviewerOf(neighbour)))
    province.now = '2026-04-01T00:00:00.000Z'
    expect(refusalOf(await file(reviewerOf(county), 'ROOT'))).toBe('appeal-window-closed')
  })

  test('keeps the receipt that it is about, is answered by the province once, and the county reads the answer', async () => {
    const { province, preview, file, answer } = await scored()
    done(await preview())
    const { id } = done(await file())
    const read = (who = reporterOf(county)) => province.ask(who, 'getAppeal', { params: { appealId: id as never } })
    expect(done(await read()).state).toMatchObject({ status: 'filed', claim, receipt: { node: 'S' } })
    done(await answer(id))
    expect(done(await read()).state).toMatchObject({ status: 'dismissed', answer: '经复核，样本抽取符合规定' })
    expect(done(await read()).timeline.map(({ type }) => type)).toEqual(['AppealFiled', 'AppealAnswered'])
    expect(refusalOf(await answer(id, 2))).toBe('transition-not-allowed')
    expect(refusalOf(await read(reporterOf(neighbour)))).toBe('not-found')
  })

  test('who filed it does not answer it, whatever post they hold by then', async () => {
    const { preview, file, answer } = await scored()
    done(await preview())
    const { id } = done(await file())
    const movedUp = member({ roles: ['province-reviewer'], personId: reviewerOf(county).personId })
    expect(refusalOf(await answer(id, 1, movedUp))).toBe('conflict-of-interest')
  })

  test('holds the publication back until it is answered', async () => {
    const { province, runId, preview, file, answer } = await scored()
    const shown = done(await preview())
    const { id } = done(await file())
    const publish = (body: { earlyReason?: string } = {}) =>
      province.run(admin, 'publishRun', { params: { runId }, body }, shown.version)
    expect(refusalOf(await publish({ earlyReason: '各县无异议' }))).toBe('transition-not-allowed')
    done(await answer(id))
    expect(refusalOf(await publish())).toBe('appeal-window-open')
    province.now = '2026-03-31T16:00:01.000Z'
    done(await publish())
  })

  test('one that is upheld and not put right blocks the publication, with a reason for an early one too, and stands on the commission’s list', async () => {
    const { province, opened, runId, preview, file, answer } = await scored()
    const shown = done(await preview())
    const { id } = done(await file())
    done(await answer(id, 1, reviewer, 'upheld'))
    const publish = (run = runId, version = shown.version) =>
      province.run(admin, 'publishRun', { params: { runId: run }, body: { earlyReason: '各县无异议' } }, version)
    const refused = await publish()
    expect(refusalOf(refused)).toBe('transition-not-allowed')
    expect(refused.ok ? '' : refused.error.detail).toContain('云溪县“群众安全感”申诉成立、尚未更正')
    const listed = async () => done(await province.ask(admin, 'listAppeals')).rows.find((row) => row.id === id)
    expect(await listed()).toMatchObject({ queue: { level: 'province', role: 'province-admin' } })

    // Another run of the same figures changes nothing, and neither does a neighbour's correction.
    await correct(province, opened, neighbour, '97')
    const same = (await rescore(province, opened)) as never
    expect(refusalOf(await publish(same, 1))).toBe('transition-not-allowed')

    await correct(province, opened, county, '89')
    const right = (await rescore(province, opened)) as never
    expect(await listed()).toMatchObject({ status: 'corrected', queue: null })
    const { state } = done(await province.ask(reporterOf(county), 'getAppeal', { params: { appealId: id as never } }))
    expect(state.correction).toMatchObject({ runId: right })
    done(await publish(right, 1))
  })

  test('a correction that a later run takes back is open again', async () => {
    const { province, opened, preview, file, answer } = await scored()
    done(await preview())
    const { id } = done(await file())
    done(await answer(id, 1, reviewer, 'upheld'))
    await correct(province, opened, county, '89')
    await rescore(province, opened)
    await correct(province, opened, county, '88', 2)
    const back = (await rescore(province, opened)) as never
    const publish = province.run(admin, 'publishRun', { params: { runId: back }, body: { earlyReason: '无异议' } }, 1)
    expect(refusalOf(await publish)).toBe('transition-not-allowed')
    const { timeline } = done(await province.ask(admin, 'getAppeal', { params: { appealId: id as never } }))
    expect(timeline.map(({ type }) => type).slice(2)).toEqual(['AppealCorrected', 'AppealReopened'])
  })

  test('one whose figures were corrected before the answer is done with the answer', async () => {
    const { province, opened, preview, file, answer } = await scored()
    done(await preview())
    const { id } = done(await file())
    await correct(province, opened, county, '89')
    await rescore(province, opened)
    done(await answer(id, 1, reviewer, 'upheld'))
    const { state } = done(await province.ask(admin, 'getAppeal', { params: { appealId: id as never } }))
    expect(state.status).toBe('corrected')
  })

  test('where no figure changes the commission says why, and the county reads it; who answers does not decide that', async () => {
    const { province, runId, preview, file, answer } = await scored()
    const shown = done(await preview())
    const { id } = done(await file())
    done(await answer(id, 1, reviewer, 'upheld'))
    const statement = '样本复核后结果仍为88%，申诉所指问题已在说明中更正'
    const conclude = (who = admin) =>
      province.run(who, 'concludeAppeal', { params: { appealId: id as never }, body: { statement } }, 2)
    expect(refusalOf(await conclude(reviewer))).toBe('not-permitted')
    done(await conclude())
    const { state } = done(await province.ask(reporterOf(county), 'getAppeal', { params: { appealId: id as never } }))
    expect(state).toMatchObject({ status: 'corrected', correction: { statement } })
    const body = { earlyReason: '各县无异议' }
    done(await province.run(admin, 'publishRun', { params: { runId }, body }, shown.version))
  })

  test('a table is published before the window is over only for a reason that goes on record', async () => {
    const { province, runId, preview } = await scored()
    const shown = done(await preview())
    const early = { earlyReason: '各县已书面确认无异议' }
    done(await province.run(admin, 'publishRun', { params: { runId }, body: early }, shown.version))
    const { timeline } = done(await province.ask(admin, 'getRun', { params: { runId } }))
    expect(timeline.at(-1)?.details).toContainEqual({ name: '提前公布的理由', value: early.earlyReason })
  })
})

describe('试算', () => {
  const trial = async (province: Province, opened: Opened, reading: 'progressive' | 'whole-range') => {
    const drafted = done(await province.run(admin, 'draftScheme', { body: { scheme: countyScheme({ reading }) } }))
    return province.ask(admin, 'trySchemeOnCycle', {
      params: { schemeId: drafted.id as never },
      query: { cycleId: opened.cycleId },
    })
  }

  test('says who moves, by how much and for which indicator, and stores nothing', async () => {
    const province = new Province()
    const opened = await province.openCycle(countyScheme({ reading: 'progressive' }))
    await province.score(opened, ['88', '92', '97'])
    const { rows } = done(await trial(province, opened, 'whole-range'))
    const row = rows.find(({ subject }) => subject === county)
    expect(row).toMatchObject({ officialScore: '97.50', trialScore: '96.00' })
    expect(row?.reasons).toMatchObject([{ node: 'S', official: '-2.5', trial: '-4' }])
    expect(rows.find(({ subject }) => subject === PLACES.farCounty.code)).toMatchObject({ change: 0, reasons: [] })
    const { state } = done(await province.ask(admin, 'getCycle', { params: { cycleId: opened.cycleId } }))
    expect(state.status).toBe('open')
  })

  test('of a cycle that was never scored is refused', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    expect(refusalOf(await trial(province, opened, 'progressive'))).toBe('run-invalid')
  })
})

describe('归档', () => {
  test('holds everything that a run was made from and what came out, county by county', async () => {
    const province = new Province()
    const opened = await province.openCycle(countyScheme())
    const runId = (await province.score(opened, ['88', '92', '97'])) as never
    const head = done(await province.ask(admin, 'getRunArchive', { params: { runId } }))
    expect(head.subjects.map(({ code }) => code).sort()).toEqual([county, neighbour, PLACES.farCounty.code].sort())
    const part = done(await province.ask(admin, 'getRunArchivePart', { params: { runId, subject: county as never } }))
    expect(part.values.find(({ item }) => item === 'SAFETY')).toMatchObject({ value: '88', status: 'reported' })
    expect(part.score.subject).toBe(county)
  })
})
