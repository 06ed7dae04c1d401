import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { CYCLE_STATUSES } from '@anjie/contracts/vocabulary/cycles/cycle'
import { SUBMISSION_STATUSES, type Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { acceptSubmission } from '@anjie/domain/submissions/acceptSubmission'
import { callBackSubmission } from '@anjie/domain/submissions/callBackSubmission'
import { formOf } from '@anjie/domain/submissions/form'
import { requestEvidence } from '@anjie/domain/submissions/requestEvidence'
import { returnSubmission } from '@anjie/domain/submissions/returnSubmission'
import { saveValues } from '@anjie/domain/submissions/saveValues'
import {
  allowedSubmissionActions,
  isCollecting,
  type SubmissionSetting,
} from '@anjie/domain/submissions/submissionTransitions'
import { submitSubmission } from '@anjie/domain/submissions/submitSubmission'
import { verifySubmission } from '@anjie/domain/submissions/verifySubmission'
import { withdrawSubmission } from '@anjie/domain/submissions/withdrawSubmission'
import { withoutClosedCycles } from '@anjie/domain/submissions/withoutClosedCycles'
import { listRowsOf } from '@anjie/projections/lists/index'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOW } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { everyRole, member, PLACES } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { evidence, reported, settingOf, submission, WHOLE_FORM } from '../builders/submission.ts'

const form = formOf(countyScheme(), cycle(), 'subject')
const open: SubmissionSetting = settingOf(form)
const reporter = member({ roles: ['county-reporter'] })
const reviewer = member({ roles: ['county-reviewer'] })
const city = member({ roles: ['city-reviewer'] })

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { code: string; detail: string } }
const nextOf = (outcome: Outcome<{ readonly next: Submission }>): Submission => {
  if (!outcome.ok) throw new Error(outcome.error.detail)
  return outcome.value.next
}
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.error.code)

const saved = nextOf(saveValues(submission(), WHOLE_FORM, reporter, NOW, open))
const submitted = nextOf(submitSubmission(saved, reporter, NOW, open))
const verified = nextOf(verifySubmission(submitted, '属实', reviewer, NOW, open))
const accepted = nextOf(acceptSubmission(verified, undefined, city, NOW, open))
const calledBack = callBackSubmission(verified, '误开放', NOW).next
const states = { draft: saved, submitted, verified, accepted, 'called-back': calledBack }

describe('填报环节', () => {
  test('draft → submitted → verified → accepted, each step by its own post, each level keeping the figures that it approved', () => {
    expect([saved, submitted, verified, accepted].map(({ status }) => status)).toEqual([
      'draft',
      'submitted',
      'verified',
      'accepted',
    ])
    expect(accepted.approved).toEqual({ submitted: WHOLE_FORM, verified: WHOLE_FORM, accepted: WHOLE_FORM })
  })

  test('an approved figure stays beside one that was changed after a return', () => {
    const back = nextOf(returnSubmission(accepted, 'draft', '数据更正', city, NOW, open))
    const changed = WHOLE_FORM.map((value) => (value.item === 'COVERAGE' ? reported('COVERAGE', '97') : value))
    const again = nextOf(saveValues(back, changed, reporter, NOW, open))
    expect(again.values).toContainEqual(reported('COVERAGE', '97'))
    expect(again.approved.accepted).toContainEqual(reported('COVERAGE', '98.5'))
  })

  test('a return needs a reason, shows it until the next submit, and goes only to an earlier step of its own level', () => {
    expect(codeOf(returnSubmission(submitted, 'draft', '  ', reviewer, NOW, open))).toBe('reason-required')
    expect(codeOf(returnSubmission(submitted, 'submitted', '请核对', reviewer, NOW, open))).toBe(
      'transition-not-allowed',
    )
    const back = nextOf(returnSubmission(submitted, 'draft', '请核对', reviewer, NOW, open))
    expect(back).toMatchObject({ status: 'draft', returnReason: '请核对' })
    expect(nextOf(submitSubmission(back, reporter, NOW, open)).returnReason).toBeUndefined()
    for (const to of ['draft', 'submitted'] as const)
      expect(nextOf(returnSubmission(verified, to, '请补充', city, NOW, open)).status).toBe(to)
    expect(codeOf(returnSubmission(verified, 'draft', '请补充', reviewer, NOW, open))).toBe('not-permitted')
  })

  test('a submitted form can be withdrawn, a verified one cannot', () => {
    expect(nextOf(withdrawSubmission(submitted, reporter, NOW, open)).status).toBe('draft')
    expect(codeOf(withdrawSubmission(verified, reporter, NOW, open))).toBe('transition-not-allowed')
  })

  test('an incomplete form is not submitted', () => {
    expect(codeOf(submitSubmission(submission(), reporter, NOW, open))).toBe('incomplete')
  })

  test('an upload that was never finished is not submitted with the form', () => {
    const attached = evidence()
    const withBoth = { ...saved, evidence: [attached, evidence({ status: 'pending' })] }
    expect(nextOf(submitSubmission(withBoth, reporter, NOW, open)).evidence).toEqual([attached])
  })

  test('a late form is taken, and the fact says that it was late', () => {
    const late = submitSubmission(saved, reporter, '2027-02-01T00:00:00.000Z', open)
    expect(late.ok && late.value.fact.details).toMatchObject({ late: '截止日为2027年1月31日' })
    const inTime = submitSubmission(saved, reporter, '2027-01-31T15:59:59.000Z', open)
    expect(inTime.ok && inTime.value.fact.details.late).toBeUndefined()
  })

  test('nothing moves before the cycle is open or after its result is final', () => {
    for (const cycleStatus of ['planned', 'final'] as const)
      expect(codeOf(saveValues(saved, WHOLE_FORM, reporter, NOW, { ...open, cycleStatus }))).toBe('cycle-not-open')
    expect(codeOf(saveValues(saved, WHOLE_FORM, reporter, NOW, { ...open, cycleStatus: 'preview' }))).toBe('ok')
  })

  test('the fact of a save tells old and new of each changed cell', () => {
    const change = saveValues(saved, [...WHOLE_FORM.slice(0, -1), reported('COVERAGE', '99')], reporter, NOW, open)
    expect(change.ok && change.value.fact.details).toEqual({ count: '1项', changes: { 网格覆盖率: '98.5 → 99' } })
  })
})

describe('回避', () => {
  const both = member({ roles: ['county-reporter', 'county-reviewer'] })

  test('who entered a figure does not verify it, even where somebody else submitted it', () => {
    const own = nextOf(saveValues(submission(), WHOLE_FORM, both, NOW, open))
    const byAnother = nextOf(submitSubmission(own, reporter, NOW, open))
    expect(codeOf(verifySubmission(byAnother, undefined, both, NOW, open))).toBe('conflict-of-interest')
    expect(codeOf(returnSubmission(byAnother, 'draft', '请核对', both, NOW, open))).toBe('conflict-of-interest')
  })

  test('who submitted does not verify, even where somebody else entered every figure', () => {
    const own = nextOf(submitSubmission(saved, both, NOW, open))
    expect(codeOf(verifySubmission(own, undefined, both, NOW, open))).toBe('conflict-of-interest')
  })

  test('an earlier hand in the figures is not forgotten when somebody else saves last', () => {
    const first = nextOf(saveValues(submission(), WHOLE_FORM, both, NOW, open))
    const last = nextOf(saveValues(first, WHOLE_FORM, reporter, NOW, open))
    expect(last.enteredBy).toEqual([both.personId, reporter.personId])
    const handed = nextOf(submitSubmission(last, reporter, NOW, open))
    expect(codeOf(verifySubmission(handed, undefined, both, NOW, open))).toBe('conflict-of-interest')
  })

  test('who attached a file to a form does not verify it', () => {
    const file = {
      id: evidence().id,
      item: 'COVERAGE',
      fileName: '台账.pdf',
      contentType: 'application/pdf',
      bytes: 9,
    } as const
    const withFile = nextOf(requestEvidence(saved, file, both, NOW, open))
    const handed = nextOf(submitSubmission(withFile, reporter, NOW, open))
    expect(codeOf(verifySubmission(handed, undefined, both, NOW, open))).toBe('conflict-of-interest')
  })

  test('who was moved from the county to the city does not accept the figures that they entered or verified there', () => {
    for (const before of [reporter, reviewer]) {
      const moved = member({ roles: ['city-reviewer'], personId: before.personId })
      expect(codeOf(acceptSubmission(verified, undefined, moved, NOW, open))).toBe('conflict-of-interest')
    }
  })

  test('a neighbour with the right role decides nothing', () => {
    const neighbour = member({ roles: ['county-reviewer'], jurisdiction: PLACES.neighbourCounty.code })
    const otherCity = member({ roles: ['city-reviewer'], jurisdiction: PLACES.neighbourCity.code })
    expect(codeOf(verifySubmission(submitted, undefined, neighbour, NOW, open))).toBe('not-permitted')
    expect(codeOf(acceptSubmission(verified, undefined, otherCity, NOW, open))).toBe('not-permitted')
  })
})

describe('待办', () => {
  const anyState = fc.record({
    status: fc.constantFrom(...SUBMISSION_STATUSES),
    county: fc.constantFrom(PLACES.county.code, PLACES.neighbourCounty.code, PLACES.farCounty.code),
    enteredBy: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙'), { maxLength: 3 }),
    returned: fc.boolean(),
  })
  const build = ({ status, county, enteredBy, returned }: typeof anyState extends fc.Arbitrary<infer T> ? T : never) =>
    submission({
      ...states[status],
      id: `${county}.${submission().id.slice(7)}` as Submission['id'],
      county: county as Submission['county'],
      enteredBy,
      submittedBy: enteredBy[0] ?? '甲',
      ...(returned ? { returnReason: '请核对' } : {}),
    })
  const rowsOf = (state: Submission) => listRowsOf('submission', state.id, 7, state)

  test('every open form is in exactly one owner’s queue, the owner sees it, and has something that can be done', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...CYCLE_STATUSES.filter(isCollecting)), (given, cycleStatus) => {
        const state = build(given)
        const queues = new Set(rowsOf(state).flatMap(({ row }) => (row?.queue ? [JSON.stringify(row.queue)] : [])))
        if (state.status === 'accepted' || state.status === 'called-back') {
          expect(queues.size).toBe(0)
          return
        }
        expect(queues.size).toBe(1)
        const queue = rowsOf(state).flatMap(({ row }) => row?.queue ?? [])[0]
        if (queue === undefined) throw new Error('no queue')
        expect(rowsOf(state).find(({ owner }) => owner === queue.code)?.row?.nextVerb).toBeTruthy()
        const owner = member({ roles: [queue.role], jurisdiction: queue.code, personId: '未参与的人' })
        const allowed = allowedSubmissionActions(state, owner, settingOf(form, { cycleStatus })).filter(
          (each) => each.allowed,
        )
        expect(allowed.length).toBeGreaterThan(0)
      }),
    )
  })

  test('a county’s form is seen by the city once verified and by the province once accepted, and disappears again when returned', () => {
    const seenBy = (state: Submission) => rowsOf(state).flatMap(({ owner, row }) => (row === null ? [] : [owner]))
    expect(seenBy(saved)).toEqual(['990101'])
    expect(seenBy(submitted)).toEqual(['990101'])
    expect(seenBy(verified)).toEqual(['990101', '9901'])
    expect(seenBy(accepted)).toEqual(['990101', '9901', '99'])
    const back = nextOf(returnSubmission(verified, 'draft', '请核对', city, NOW, open))
    expect(rowsOf(back).map(({ owner, row }) => [owner, row === null])).toEqual([
      ['990101', false],
      ['9901', true],
      ['99', true],
    ])
  })

  test('what is allowed is exactly what the decisions let through, for every role, status and stage of the cycle', () => {
    const decisions: Record<string, (state: Submission, who: Membership, setting: SubmissionSetting) => string> = {
      save: (state, who, setting) => codeOf(saveValues(state, WHOLE_FORM, who, NOW, setting)),
      submit: (state, who, setting) => codeOf(submitSubmission(state, who, NOW, setting)),
      withdraw: (state, who, setting) => codeOf(withdrawSubmission(state, who, NOW, setting)),
      verify: (state, who, setting) => codeOf(verifySubmission(state, undefined, who, NOW, setting)),
      accept: (state, who, setting) => codeOf(acceptSubmission(state, undefined, who, NOW, setting)),
      return: (state, who, setting) => codeOf(returnSubmission(state, 'draft', '理由', who, NOW, setting)),
    }
    const people = [...everyRole(), member({ roles: ['county-reporter', 'county-reviewer', 'county-admin'] })]
    for (const state of Object.values(states))
      for (const who of people)
        for (const cycleStatus of CYCLE_STATUSES)
          for (const { action, allowed, reason } of allowedSubmissionActions(
            state,
            who,
            settingOf(form, { cycleStatus }),
          )) {
            const outcome = decisions[action]?.(state, who, settingOf(form, { cycleStatus }))
            if (outcome !== undefined) expect([action, outcome === 'ok']).toEqual([action, allowed])
            expect(reason === undefined).toBe(allowed)
          }
  })

  test('when the result is final an unfinished form waits for nobody', () => {
    const rows = rowsOf(submitted).flatMap(({ row }) => row ?? [])
    const final = listRowsOf('cycle', submitted.cycleId, 3, cycle({ id: submitted.cycleId, status: 'final' }))
    const closed = withoutClosedCycles(
      rows,
      final.flatMap(({ row }) => row ?? []),
    )
    expect(closed.map(({ queue, nextVerb }) => [queue, nextVerb])).toEqual([[null, null]])
    expect(withoutClosedCycles(rows, [])).toEqual(rows)
  })
})
