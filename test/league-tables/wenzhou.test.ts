import { describe, expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { admin, done, Province } from '../builders/province.ts'
import { sampleSchemes, samplesAreHere } from '../builders/sampleSchemes.ts'
import { reported } from '../builders/submission.ts'

const [first, second, third] = [PLACES.county.code, PLACES.neighbourCounty.code, PLACES.farCounty.code]

/** What each county has to answer for; everything that is not named here is at its best. */
const FAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [second]: { AQG: '80' },
  [first]: {
    'WZ-02': '2',
    'WZ-02-R': '1',
    'WZ-05': '20',
    AQG: '88',
    ZXL: '81',
    'ZXL-REF': '84',
    'WZ-12': '1',
    WC: '18',
    'WC-REF': '12',
  },
}
const MONTHS_AT_THE_BOTTOM = ['2017-02', '2017-05', '2017-09']

describe.skipIf(!samplesAreHere())('温州2017年平安建设负面清单，从方案到得分凭据', () => {
  test('the list is published, opened for counties in three groups, filled, scored, and every deduction opens to its receipt', async () => {
    const sample = sampleSchemes().find(({ id }) => id.startsWith('WZ2017'))
    if (sample === undefined) throw new Error('the sample has no Wenzhou table')
    const groups = ['一类', '二类', '三类'].map((name, index) => ({ code: `G${index + 1}`, name, overrides: [] }))
    const scheme = { ...sample.scheme, groups }
    const province = new Province()
    const opened = await province.openCycle(scheme, 2017)
    for (const county of [first, second, third]) {
      await province.fill(opened, county, 'accepted', [])
      const faults = FAULTS[county] ?? {}
      const values = scheme.items.flatMap((item) => {
        if (item.period !== 'month')
          return [reported(item.code, faults[item.code] ?? sample.best[item.code] ?? '0', '2017')]
        return county === first ? MONTHS_AT_THE_BOTTOM.map((month) => reported(item.code, '1', month)) : []
      })
      const params = { cycleId: opened.cycleId, subject: county as never }
      done(await province.run(admin, 'enterCommissionValues', { params, body: { values } }, 0))
    }
    const runId = done(await province.run(admin, 'runScores', { params: { cycleId: opened.cycleId }, body: {} }))
      .id as never
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId } }))
    const scorecard = done(await province.ask(admin, 'getScorecard', { params: { runId, subject: first as never } }))
    const pointsOf = Object.fromEntries(scorecard.receipts.map(({ node, points }) => [node, points]))

    // 5 × 2 for two accidents, one of them a repeat and so counted double; a quarter of the province's 20; 6 × 0.25 + 2 × 0.5 for
    // safety and 3 × 0.25 for awareness; three months and the year at the bottom; six places down.
    expect(pointsOf).toMatchObject({
      'WZ-02': '-10',
      'WZ-06': '-5',
      'WZ-05': '-5',
      'WZ-07': '-2.5',
      'WZ-08': '-0.75',
      'WZ-11': '-1.5',
      'WZ-12': '-1',
      'WZ-13': '-1',
    })
    expect(state.rows.map(({ subject, rank, publishedScore }) => [subject, rank, publishedScore])).toEqual([
      [third, 1, '100.00'],
      // 6 × 0.25 + 10 × 0.5 is 6.5, and the three rates together cost at most 5.
      [second, 2, '95.00'],
      [first, 3, '73.25'],
    ])
    for (const { clause, steps, leaf, rawValues } of scorecard.receipts)
      if (leaf) expect([clause.length > 0, steps.length > 0, rawValues.length > 0]).toEqual([true, true, true])
  })
})
