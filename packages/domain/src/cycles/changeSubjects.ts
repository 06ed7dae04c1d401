import type { NewFactOf } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { type CycleHead, type CycleSubject, MAX_SUBJECTS } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, ok, type Result } from '@anjie/kernel'
import { permitCycleAction } from './cycleTransitions.ts'
import type { Candidate } from './planCycle.ts'

export interface SubjectChange {
  readonly add: readonly { readonly code: SubjectCode; readonly group: string }[]
  readonly remove: readonly SubjectCode[]
  readonly reason: string
}

export interface ChangedSubjects {
  /** Without its subjects, and without a run: what was scored before counted others. */
  readonly head: Omit<CycleHead, 'subjects' | 'subjectParts'>
  readonly subjects: CycleSubject[]
  readonly added: readonly CycleSubject[]
  readonly removed: readonly CycleSubject[]
  readonly fact: NewFactOf<'CycleSubjectsChanged'>
}

/** Names in one sentence of the record; more are counted. */
const MOST_NAMES = 10

/** 调整考评对象: in a cycle that is open, who was forgotten is taken in and who was wrong is taken out, with the reason on record. */
export function changeSubjects(
  state: CycleHead,
  before: readonly CycleSubject[],
  { add, remove, reason }: SubjectChange,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
  scheme: Scheme,
  member: Membership,
  now: string,
): Result<ChangedSubjects, Problem> {
  const permitted = permitCycleAction(state, 'subjects', member)
  if (!permitted.ok) return permitted
  const errors = faults(state, before, { add, remove }, candidates, scheme)
  const [first] = errors
  if (first !== undefined)
    return err({
      code: 'invalid-input',
      detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
      pointer: first.pointer,
      errors,
    })
  const out = new Set<string>(remove)
  const added = add.flatMap(({ code, group }): CycleSubject[] => {
    const candidate = candidates.get(code)
    if (candidate === undefined) return []
    const { name, submissionId } = candidate
    return [{ code, name, group, ...(submissionId === undefined ? {} : { submissionId }) }]
  })
  const removed = before.filter(({ code }) => out.has(code))
  const subjects = [...before.filter(({ code }) => !out.has(code)), ...added]
  const { subjects: _within, subjectParts: _parts, latestRun: _counted, scoring: _asked, ...rest } = state
  return ok({
    head: { ...rest, updatedAt: now },
    subjects,
    added,
    removed,
    fact: {
      type: 'CycleSubjectsChanged',
      details: {
        ...(added.length === 0 ? {} : { added: namesOf(added) }),
        ...(removed.length === 0 ? {} : { removed: namesOf(removed) }),
        reason,
      },
    },
  })
}

const namesOf = (subjects: readonly CycleSubject[]): string => {
  const names = subjects.slice(0, MOST_NAMES).map(({ name }) => name)
  return subjects.length > MOST_NAMES ? `${names.join('、')}等${subjects.length}个` : names.join('、')
}

function faults(
  state: CycleHead,
  before: readonly CycleSubject[],
  { add, remove }: Pick<SubjectChange, 'add' | 'remove'>,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
  scheme: Scheme,
): { readonly pointer: string; readonly detail: string }[] {
  const there = new Map(before.map((subject) => [subject.code, subject]))
  const groups = new Set(scheme.groups.map(({ code }) => code))
  const errors: { pointer: string; detail: string }[] = []
  if (add.length === 0 && remove.length === 0) errors.push({ pointer: '/add', detail: '请选择要增加或移出的考评对象' })
  const seen = new Set<string>()
  add.forEach(({ code, group }, index) => {
    const isHere = state.county === undefined || code.startsWith(`${state.county}.`)
    const name = candidates.get(code)?.name ?? code
    const pointer = `/add/${index}/code`
    if (!candidates.has(code) || !isHere) errors.push({ pointer, detail: `“${code}”不在可考评的单位名册中` })
    else if (there.has(code)) errors.push({ pointer, detail: `“${name}”已是考评对象` })
    else if (seen.has(code)) errors.push({ pointer, detail: `“${name}”重复列入` })
    if (!groups.has(group)) errors.push({ pointer: `/add/${index}/group`, detail: `方案中没有分组“${group}”` })
    seen.add(code)
  })
  remove.forEach((code, index) => {
    if (!there.has(code)) errors.push({ pointer: `/remove/${index}`, detail: `“${code}”不是本周期的考评对象` })
  })
  const left = before.filter(({ code }) => !remove.includes(code)).length + add.length
  if (left === 0) errors.push({ pointer: '/remove', detail: '至少保留一个考评对象；整个周期开错的，请撤回周期' })
  if (left > MAX_SUBJECTS) errors.push({ pointer: '/add', detail: `一个周期最多考评${MAX_SUBJECTS}个单位` })
  return errors
}
