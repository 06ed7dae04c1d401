import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ProcedurePaper, SheetScores } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { err, ok } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { cellKey } from '../submissions/cellKey.ts'
import { cellName } from '../submissions/cellName.ts'
import { checkValues } from '../submissions/checkValues.ts'
import type { Form } from '../submissions/form.ts'
import { type Decided, filedPaper, withEnterer } from './paperSteps.ts'
import { type PaperSetting, permitPaperAction } from './paperTransitions.ts'

type Subject = Pick<CycleSubject, 'code' | 'name'>

export function sheetOf({ id, sheet }: ProcedurePaper): NonNullable<ProcedurePaper['sheet']> {
  if (sheet === undefined) throw new Error(`${id} is no score sheet`)
  return sheet
}

/** Of the commission's form the cells that this department fills. */
export const formOfSheet = (form: Form, { items }: Pick<NonNullable<ProcedurePaper['sheet']>, 'items'>): Form => ({
  ...form,
  cells: form.cells.filter(({ item }) => items.includes(item.code)),
  checks: [],
})

/** Whom a department scores: everybody whom the cycle assesses but itself. */
export const scoredBy = <S extends Subject>({ subject }: Pick<ProcedurePaper, 'subject'>, all: readonly S[]): S[] =>
  all.filter(({ code }) => code !== subject)

/** 录入部门评分, of those subjects that are given; the others stay as they are. */
export function enterScores(
  state: ProcedurePaper,
  scores: readonly SheetScores[],
  subjects: readonly Subject[],
  form: Form,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'save', setting, member)
  if (!step.ok) return step
  const sheet = sheetOf(state)
  const own = formOfSheet(form, sheet)
  const names = new Map<string, string>(scoredBy(state, subjects).map(({ code, name }) => [code, name]))
  for (const [index, { subject, values }] of scores.entries()) {
    const fault = faultOf(names.get(subject), subject, values, own, member)
    if (fault !== null) return err({ ...fault, pointer: `/scores/${index}${fault.pointer ?? ''}` })
  }
  const given = new Map(scores.map((each) => [each.subject, each]))
  const kept = sheet.scores.filter(({ subject }) => !given.has(subject))
  return ok({
    next: {
      ...state,
      enteredBy: withEnterer(state, member),
      sheet: { ...sheet, scores: [...kept, ...given.values()] },
      updatedAt: at,
    },
    fact: {
      type: 'ScoresEntered',
      details: { count: `${scores.reduce((sum, { values }) => sum + values.length, 0)}项` },
    },
  })
}

function faultOf(
  name: string | undefined,
  subject: string,
  values: SheetScores['values'],
  form: Form,
  { unitsElsewhere }: Membership,
): Problem | null {
  if (name === undefined)
    return { code: 'invalid-input', detail: `“${subject}”不由本部门评分，请刷新后重试`, pointer: '/subject' }
  if (unitsElsewhere?.some((unit) => unit === subject) === true)
    return {
      code: 'conflict-of-interest',
      detail: `您同时在${name}任职，应当回避，请由其他人员评分`,
      pointer: '/subject',
    }
  const fault = checkValues(form, values)
  return fault === null ? null : { ...fault, detail: `${name}：${fault.detail}` }
}

/** 报请签署: everything that asks for a figure has one, or says why not. */
export function fileScores(
  state: ProcedurePaper,
  subjects: readonly Subject[],
  form: Form,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'file', setting, member)
  if (!step.ok) return step
  const sheet = sheetOf(state)
  const own = formOfSheet(form, sheet)
  const bySubject = new Map(sheet.scores.map(({ subject, values }) => [subject as string, values]))
  const errors = scoredBy(state, subjects).flatMap(({ code, name }) => {
    const there = new Set(bySubject.get(code)?.map(cellKey))
    return own.cells
      .filter(({ item, period, required }) => required && !there.has(cellKey({ item: item.code, period })))
      .map(({ item, period }) => ({
        pointer: `/scores/${code}/${item.code}`,
        detail: `${name}没有评“${cellName(item, period, own.period)}”`,
      }))
  })
  const [first] = errors
  if (first !== undefined)
    return err({
      code: 'incomplete',
      detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处，补齐后再报请签署`,
      pointer: first.pointer,
      errors,
    })
  return ok(filedPaper(state, step.value.to[0], member, at))
}

/** 签署 by the department's head, who is another person than whoever entered: from then on the sheet is the peace office's, and scored. */
export function signScores(state: ProcedurePaper, setting: PaperSetting, member: Membership, at: string): Decided {
  const step = permitPaperAction(state, 'sign', setting, member)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: step.value.to[0], done: handOf(member, at), updatedAt: at },
    fact: { type: 'ScoresSigned', details: {} },
  })
}
