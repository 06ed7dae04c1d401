import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { done, Province, refusalOf } from '../builders/province.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'
import { townshipCycle } from '../builders/townships.ts'

/** 谁答复谁: an appeal of a unit is answered by somebody who neither entered nor decided a figure behind it, nor holds a post at the unit. */
const COUNTY = PLACES.county.code
const as = (
  role: 'county-admin' | 'county-reviewer' | 'county-reporter',
  personId: string,
  more: Partial<Membership> = {},
) => ({
  ...member({ roles: [role], jurisdiction: COUNTY, personId }),
  ...more,
})

let province: Province
let town: Awaited<ReturnType<typeof townshipCycle>>
beforeEach(async () => {
  province = new Province()
  town = await townshipCycle(province, COUNTY)
})

const later = () => {
  province.now = new Date(Date.parse(province.now) + 60_000).toISOString()
}

/** The first township's form filled by itself and verified by the county, the commission's figure entered, the run shown. */
async function appealed(verifier: Membership, enterers: readonly Membership[]): Promise<string> {
  const [own, other] = town.units
  const reporter = town.reporterOf(own)
  for (const unit of town.units) {
    const params = { submissionId: town.formOf(unit) }
    const clerk = town.reporterOf(unit)
    done(await province.run(clerk, 'saveValues', { params, body: { values: [...WHOLE_FORM] } }, 1))
    done(await province.run(clerk, 'submitSubmission', { params }, 2))
    done(await province.run(verifier, 'verifySubmission', { params, body: {} }, 3))
  }
  let version = 0
  for (const [index, who] of enterers.entries()) {
    later()
    const body = { values: [reported('SAFETY', String(60 + index))] }
    const to = { params: { cycleId: town.cycleId, subject: own as never }, body }
    version = done(await province.run(who, 'enterCommissionValues', to, version)).version
  }
  const theirs = { cycleId: town.cycleId, subject: other as never }
  done(
    await province.run(
      town.countyAdmin,
      'enterCommissionValues',
      { params: theirs, body: { values: [reported('SAFETY', '90')] } },
      0,
    ),
  )
  const run = done(await province.run(town.countyAdmin, 'runScores', { params: { cycleId: town.cycleId }, body: {} }))
  const shown = { params: { runId: run.id as never }, body: { appealsUntil: '2026-03-31' as never } }
  done(await province.run(town.countyAdmin, 'previewRun', shown, 1))
  const filed = await province.run(reporter, 'fileAppeal', {
    params: { cycleId: town.cycleId },
    body: { node: 'S', claim: '满意率与本镇调查不符，请复核' },
  })
  return done(filed).id
}

const answer = (who: Membership, appealId: string) =>
  province.run(
    who,
    'answerAppeal',
    { params: { appealId: appealId as never }, body: { outcome: 'dismissed', answer: '经复核，数据无误' } },
    1,
  )

describe('an appeal of a township', () => {
  test('is answered by nobody who verified its form, entered the commission’s figure, or filed it', async () => {
    const verifier = as('county-reviewer', 'verified')
    const enterer = as('county-admin', 'entered')
    const id = await appealed(verifier, [enterer])
    for (const who of [verifier, enterer, as('county-reviewer', 'entered'), as('county-admin', 'verified')])
      expect(await answer(who, id)).toMatchObject({
        ok: false,
        error: { code: 'conflict-of-interest', detail: expect.stringContaining('应由其他人员答复') },
      })
    // Whoever filed it at the township and came to the county since.
    const former = as('county-admin', town.reporterOf(town.units[0]).personId)
    expect(refusalOf(await answer(former, id))).toBe('conflict-of-interest')
    expect(refusalOf(await answer(as('county-reviewer', 'neither'), id))).toBe('ok')
  })

  test('remembers who entered the commission’s figure long before the newest ones', async () => {
    const first = as('county-admin', 'entered-first')
    const id = await appealed(as('county-reviewer', 'verified'), [
      first,
      ...Array.from({ length: 25 }, () => as('county-admin', 'entered-later')),
    ])
    expect(refusalOf(await answer(first, id))).toBe('conflict-of-interest')
  })

  test('is answered by nobody who holds a post at that township as well, and by somebody of another township', async () => {
    const id = await appealed(as('county-reviewer', 'verified'), [as('county-admin', 'entered')])
    const [own, other] = town.units
    const atOwn = as('county-admin', 'two-posts', { unitsElsewhere: [own] })
    expect(await answer(atOwn, id)).toMatchObject({
      ok: false,
      error: { code: 'conflict-of-interest', detail: expect.stringContaining('同时在甲镇任职') },
    })
    const read = await province.ask(atOwn, 'getAppeal', { params: { appealId: id as never } })
    expect(done(read).allowed.find(({ action }) => action === 'answer')).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('同时在甲镇任职'),
    })
    expect(refusalOf(await answer(as('county-admin', 'two-posts', { unitsElsewhere: [other] }), id))).toBe('ok')
  })
})

test('a township’s form is neither verified nor returned by who holds a post at it', async () => {
  const [own, other] = town.units
  const params = { submissionId: town.formOf(own) }
  done(await province.run(town.reporterOf(own), 'saveValues', { params, body: { values: [...WHOLE_FORM] } }, 1))
  done(await province.run(town.reporterOf(own), 'submitSubmission', { params }, 2))
  const atOwn = as('county-reviewer', 'two-posts', { unitsElsewhere: [own] })
  expect(refusalOf(await province.run(atOwn, 'verifySubmission', { params, body: {} }, 3))).toBe('conflict-of-interest')
  const back = { params, body: { to: 'draft', reason: '请补充' } as never }
  expect(refusalOf(await province.run(atOwn, 'returnSubmission', back, 3))).toBe('conflict-of-interest')
  const elsewhere = as('county-reviewer', 'two-posts', { unitsElsewhere: [other] })
  expect(refusalOf(await province.run(elsewhere, 'verifySubmission', { params, body: {} }, 3))).toBe('ok')
})
