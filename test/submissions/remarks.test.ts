import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { scoredValuesOf } from '@anjie/domain/league-tables/itemValues'
import { acceptExplanation } from '@anjie/domain/submissions/acceptExplanation'
import { acceptSubmission } from '@anjie/domain/submissions/acceptSubmission'
import { answerRemark } from '@anjie/domain/submissions/answerRemark'
import { confirmPrefilled } from '@anjie/domain/submissions/confirmPrefilled'
import { explainCheck } from '@anjie/domain/submissions/explainCheck'
import { extendSubmission, extendWindow } from '@anjie/domain/submissions/extendSubmission'
import { formOf } from '@anjie/domain/submissions/form'
import { isWindowClosed } from '@anjie/domain/submissions/isWindowClosed'
import { type FigureElsewhere, prefillValues } from '@anjie/domain/submissions/prefillValues'
import { remarkCell } from '@anjie/domain/submissions/remarkCell'
import { returnSubmission } from '@anjie/domain/submissions/returnSubmission'
import { saveValues } from '@anjie/domain/submissions/saveValues'
import { submissionOwner } from '@anjie/domain/submissions/submissionTransitions'
import { submitSubmission } from '@anjie/domain/submissions/submitSubmission'
import { verifySubmission } from '@anjie/domain/submissions/verifySubmission'
import { describe, expect, test } from 'vitest'
import { NOW } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { member } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { evidence, reported, settingOf, submission, WHOLE_FORM } from '../builders/submission.ts'

const form = formOf(countyScheme(), cycle(), 'subject')
const open = settingOf(form)
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
const refusalOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.error.detail)

const saved = nextOf(saveValues(submission(), WHOLE_FORM, reporter, NOW, open))
const submitted = nextOf(submitSubmission(saved, reporter, NOW, open))
const COVERAGE = { item: 'COVERAGE', period: '2026' }
const set = { ...COVERAGE, text: '系统导出为97', verified: '97' }

describe('核定值', () => {
  const remarked = nextOf(remarkCell(submitted, set, reviewer, NOW, open))

  test('lies beside the reported figure, and with the reporter until they have answered', () => {
    expect(remarked.values).toEqual(WHOLE_FORM)
    expect(remarked.remarks).toMatchObject([{ reported: '98.5', verified: '97', state: 'awaiting' }])
    expect(submissionOwner(remarked)).toMatchObject({ role: 'county-reporter' })
    expect(refusalOf(verifySubmission(remarked, undefined, reviewer, NOW, open))).toBe(
      '网格覆盖率的核定值尚待填报人答复；请等待答复、改回原值或退回填报表',
    )
  })

  test('once agreed to is what the level passes and what is scored; both figures stay on record', () => {
    const agreed = nextOf(answerRemark(remarked, { ...COVERAGE, agrees: true }, reporter, NOW, open))
    const verified = nextOf(verifySubmission(agreed, undefined, reviewer, NOW, open))
    const accepted = nextOf(acceptSubmission(verified, undefined, city, NOW, open))
    expect(accepted.values).toContainEqual(reported('COVERAGE', '98.5'))
    expect(accepted.approved.submitted).toContainEqual(reported('COVERAGE', '98.5'))
    expect(scoredValuesOf(accepted)).toContainEqual(reported('COVERAGE', '97'))
    expect(accepted.remarks).toMatchObject([{ reported: '98.5', verified: '97', state: 'agreed' }])
  })

  test('that is declined needs a reason, and the form is not passed with it', () => {
    expect(refusalOf(answerRemark(remarked, { ...COVERAGE, agrees: false }, reporter, NOW, open))).toBe(
      '不同意核定值的，请写明理由',
    )
    const declined = nextOf(
      answerRemark(remarked, { ...COVERAGE, agrees: false, text: '口径不同' }, reporter, NOW, open),
    )
    expect(submissionOwner(declined)).toMatchObject({ role: 'county-reviewer' })
    expect(refusalOf(verifySubmission(declined, undefined, reviewer, NOW, open))).toContain('填报人不同意')
    const onlyWords = nextOf(remarkCell(declined, { ...COVERAGE, text: '按原值' }, reviewer, NOW, open))
    expect(refusalOf(verifySubmission(onlyWords, undefined, reviewer, NOW, open))).toBe('ok')
  })

  test('is settled by sending the form back as well, and then no longer stands for the figure', () => {
    const back = nextOf(returnSubmission(remarked, 'draft', '请核对', reviewer, NOW, open))
    expect(back.remarks).toMatchObject([{ state: 'returned' }])
    const mended = WHOLE_FORM.map((value) => (value.item === 'COVERAGE' ? reported('COVERAGE', '96') : value))
    const again = nextOf(submitSubmission(nextOf(saveValues(back, mended, reporter, NOW, open)), reporter, NOW, open))
    const verified = nextOf(verifySubmission(again, undefined, reviewer, NOW, open))
    expect(verified.approved.verified).toContainEqual(reported('COVERAGE', '96'))
  })

  test('that was agreed to does not outlive the figure that it was set against', () => {
    const agreed = nextOf(answerRemark(remarked, { ...COVERAGE, agrees: true }, reporter, NOW, open))
    const back = nextOf(returnSubmission(agreed, 'draft', '另有一项', reviewer, NOW, open))
    const mended = WHOLE_FORM.map((value) => (value.item === 'COVERAGE' ? reported('COVERAGE', '96') : value))
    const again = nextOf(submitSubmission(nextOf(saveValues(back, mended, reporter, NOW, open)), reporter, NOW, open))
    const verified = nextOf(verifySubmission(again, undefined, reviewer, NOW, open))
    expect(verified.approved.verified).toContainEqual(reported('COVERAGE', '96'))
  })

  test('is a figure of its item, another than the reported one, and given by whoever has the form in hand', () => {
    expect(refusalOf(remarkCell(submitted, { ...set, verified: '101' }, reviewer, NOW, open))).toContain('不能大于100')
    expect(refusalOf(remarkCell(submitted, { ...set, verified: '98.5' }, reviewer, NOW, open))).toContain('不必核定')
    expect(refusalOf(remarkCell(submitted, set, city, NOW, open))).not.toBe('ok')
    expect(refusalOf(remarkCell(submitted, set, reporter, NOW, open))).not.toBe('ok')
  })
})

describe('情况说明', () => {
  const checks = countyScheme().checks ?? []
  const strict = checks.map((check) =>
    check.kind === 'parts-sum' ? { ...check, severity: 'error' as const, mayExplain: true } : check,
  )
  const setting = settingOf(formOf(countyScheme({ checks: strict }), cycle(), 'subject'))
  const explained = nextOf(explainCheck(saved, 0, '一个中心尚未定类', reporter, NOW, setting))

  test('lets a broken relation pass that would bar the form, where its rule allows that', () => {
    expect(refusalOf(submitSubmission(saved, reporter, NOW, setting))).toContain('请填写情况说明')
    expect(refusalOf(submitSubmission(explained, reporter, NOW, setting))).toBe('ok')
    const plain = settingOf(
      formOf(
        countyScheme({
          checks: checks.map((check) => (check.kind === 'rate' ? check : { ...check, severity: 'error' })),
        }),
        cycle(),
        'subject',
      ),
    )
    expect(refusalOf(explainCheck(saved, 0, '一个中心尚未定类', reporter, NOW, plain))).toContain('不接受说明')
  })

  test('is accepted above before the form goes on, and says who accepted it', () => {
    const sent = nextOf(submitSubmission(explained, reporter, NOW, setting))
    expect(refusalOf(verifySubmission(sent, undefined, reviewer, NOW, setting))).toContain('尚未认可')
    expect(refusalOf(acceptExplanation(sent, 0, reporter, NOW, setting))).not.toBe('ok')
    const passed = nextOf(acceptExplanation(sent, 0, reviewer, NOW, setting))
    expect(passed.explanations).toMatchObject([{ accepted: { by: { personName: reviewer.personName }, at: NOW } }])
    expect(refusalOf(verifySubmission(passed, undefined, reviewer, NOW, setting))).toBe('ok')
  })

  test('is for just these figures: it lapses when they change', () => {
    const changed = WHOLE_FORM.map((value) => (value.item === 'CENTERS_LED' ? reported('CENTERS_LED', '30') : value))
    const again = nextOf(saveValues(explained, changed, reporter, NOW, setting))
    expect(refusalOf(submitSubmission(again, reporter, NOW, setting))).toContain('请填写情况说明')
  })
})

describe('填报期限', () => {
  const dueOn = PlainDate.parse('2026-03-01')
  const later = '2026-03-02T01:00:00.000Z'

  test('a cycle that locks takes nothing after the day, and names it; one that marks takes it and says that it was late', () => {
    expect(isWindowClosed({ lateFilling: 'locked' }, { dueOn }, later)).toBe(true)
    expect(isWindowClosed({ lateFilling: 'locked' }, { dueOn: PlainDate.parse('2026-03-02') }, later)).toBe(false)
    expect(isWindowClosed({ lateFilling: 'marked' }, { dueOn }, later)).toBe(false)
    expect(isWindowClosed({}, { dueOn }, later)).toBe(false)
    const locked = settingOf(form, { windowClosed: true })
    const state = { ...saved, dueOn }
    for (const refusal of [
      saveValues(state, WHOLE_FORM, reporter, later, locked),
      submitSubmission(state, reporter, later, locked),
    ])
      expect(refusalOf(refusal)).toContain('填报截止日为2026年3月1日')
    const sent = submitSubmission(state, reporter, later, open)
    expect(sent.ok && sent.value.fact.details).toMatchObject({ late: '截止日为2026年3月1日' })
    expect(nextOf(sent).submittedAt).toBe(later)
  })

  test('what was sent back is mended after the day as well', () => {
    expect(isWindowClosed({ lateFilling: 'locked' }, { dueOn, returnReason: '请核对' }, later)).toBe(false)
  })

  test('one unit’s exception is on record with its reason, and is not taken away when the cycle is given less', () => {
    const extended = extendWindow({ ...saved, dueOn }, PlainDate.parse('2026-03-20'), '受灾', '安和省', NOW)
    expect(extended?.next).toMatchObject({
      dueOn: '2026-03-20',
      exception: { dueBefore: '2026-03-01', reason: '受灾', byName: '安和省' },
    })
    if (extended === null) throw new Error('it was extended')
    expect(extendSubmission(extended.next, PlainDate.parse('2026-03-10'))).toBeNull()
    expect(extendSubmission(extended.next, PlainDate.parse('2026-03-31'))?.next.dueOn).toBe('2026-03-31')
  })

  test('whoever was in time stays so when the form is mended and handed in again', () => {
    const back = nextOf(returnSubmission(submitted, 'draft', '请核对', reviewer, NOW, open))
    const again = submitSubmission(back, reporter, '2027-03-01T01:00:00.000Z', open)
    expect(nextOf(again).submittedAt).toBe(NOW)
    expect(again.ok && again.value.fact.details).not.toHaveProperty('late')
  })
})

describe('带入的数', () => {
  const scheme = countyScheme()
  const items = scheme.items.map((item) =>
    item.code === 'CENTERS_TOTAL' ? { ...item, prefill: 'form-or-past' as const } : item,
  )
  const setting = settingOf(formOf({ ...scheme, items }, cycle(), 'subject'))
  const elsewhere: readonly FigureElsewhere[] = [
    { kind: 'past', from: '2025年度考评', value: reported('CENTERS_TOTAL', '490', '2025') },
    { kind: 'past', from: '2025年度考评', value: reported('COVERAGE', '90', '2025') },
  ]
  const empty = submission()
  const filled = nextOf(prefillValues(empty, elsewhere, reporter, NOW, setting))
  const withOrigin = (confirmedBy?: string): FormValue => ({
    ...(reported('CENTERS_TOTAL', '490') as Extract<FormValue, { status: 'reported' }>),
    origin: {
      kind: 'past',
      from: '2025年度考评',
      period: '2025',
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    },
  })

  test('are those of items that allow it, with where they come from; another form goes before last year', () => {
    expect(filled.values).toEqual([withOrigin()])
    const other: FigureElsewhere = { kind: 'form', from: '季度表', value: reported('CENTERS_TOTAL', '491') }
    expect(nextOf(prefillValues(empty, [...elsewhere, other], reporter, NOW, setting)).values).toMatchObject([
      { value: '491', origin: { kind: 'form', from: '季度表', period: '2026' } },
    ])
  })

  test('bar the form by name until a person has confirmed the very figure', () => {
    const whole = { ...filled, values: [...WHOLE_FORM.filter(({ item }) => item !== 'CENTERS_TOTAL'), withOrigin()] }
    expect(refusalOf(submitSubmission(whole, reporter, NOW, setting))).toContain(
      '综治中心总数由“2025年度考评”带入，请核对后确认',
    )
    const seen = { item: 'CENTERS_TOTAL', period: '2026' }
    expect(refusalOf(confirmPrefilled(whole, [{ ...seen, value: '491' }], reporter, NOW, setting))).not.toBe('ok')
    const confirmed = nextOf(confirmPrefilled(whole, [{ ...seen, value: '490' }], reporter, NOW, setting))
    expect(refusalOf(submitSubmission(confirmed, reporter, NOW, setting))).toBe('ok')
  })

  test('keep their origin only for as long as they are what was taken over, whatever is sent', () => {
    const forged = withOrigin('别人')
    expect(nextOf(saveValues(filled, [forged], reporter, NOW, setting)).values).toEqual([withOrigin()])
    expect(nextOf(saveValues(filled, [reported('CENTERS_TOTAL', '495')], reporter, NOW, setting)).values).toEqual([
      reported('CENTERS_TOTAL', '495'),
    ])
    expect(nextOf(saveValues(empty, [forged], reporter, NOW, setting)).values).toEqual([
      reported('CENTERS_TOTAL', '490'),
    ])
  })
})

describe('须附佐证', () => {
  const scheme = countyScheme()
  const asking = (evidenceMissing?: 'warn' | 'block') =>
    settingOf(
      formOf(
        {
          ...scheme,
          items: scheme.items.map((item) =>
            item.code === 'DISPUTES_FOUND'
              ? { ...item, evidence: '排查台账', ...(evidenceMissing === undefined ? {} : { evidenceMissing }) }
              : item,
          ),
        },
        cycle(),
        'subject',
      ),
    )
  test('missing evidence bars the form where its item says so, and warns elsewhere', () => {
    expect(refusalOf(submitSubmission(saved, reporter, NOW, asking('block')))).toContain('排查矛盾纠纷数须附排查台账')
    for (const setting of [asking('warn'), asking()])
      expect(refusalOf(submitSubmission(saved, reporter, NOW, setting))).toBe('ok')
    const proved = { ...saved, evidence: [evidence()] }
    expect(refusalOf(submitSubmission(proved, reporter, NOW, asking('block')))).toBe('ok')
  })

  test('a file in which something was found keeps the form back; one that was not scanned does not', () => {
    const found = { ...saved, evidence: [evidence({ scan: { result: 'found', name: 'Eicar' } })] }
    expect(refusalOf(submitSubmission(found, reporter, NOW, open))).toContain('检出病毒（Eicar）')
    const unable = { ...saved, evidence: [evidence({ scan: { result: 'unable' } })] }
    expect(refusalOf(submitSubmission(unable, reporter, NOW, open))).toBe('ok')
  })
})
