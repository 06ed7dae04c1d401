import type { listCycleFigures as operation } from '@anjie/contracts/operations/cycles'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { codeOf } from '@anjie/domain/access/index'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { formOf } from '@anjie/domain/submissions/form'
import { sheetFigures } from '@anjie/domain/submissions/sheetFigures'
import { submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { isSubmissionVisibleTo } from '@anjie/domain/submissions/submissionVisibility'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { commissionValuesId } from '../submissions/commissionValuesId.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** An answer holds so many cells at most; long forms come with fewer subjects at a time. */
const CELLS_A_PAGE = 6000
const SUBJECTS_A_PAGE = 40

/** 各单位数据: the figures of those whom the caller oversees, as far as they have come up to them, and the commission's own for itself. */
export const listCycleFigures: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope, member },
  { params, query },
) => {
  const found = await findRecord({ store }, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state: cycle } = found.value
  if (!isCycleVisibleTo(member, cycle)) return err(notFound('cycle'))
  const [everybody, scheme] = await Promise.all([subjectsOf(store, cycle), store.rules(cycle.schemeId)])
  if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
  const isOwn = isOwnAssessor(cycle, member)
  const filled = formOf(scheme, cycle, 'subject').cells
  const entered = isOwn ? formOf(scheme, cycle, 'commission').cells : []
  const subjects = everybody.filter(({ code }) => code.startsWith(codeOf(scope))).toSorted(byCode)
  const waiting = subjects.filter(({ code }) => query.cursor === undefined || code > query.cursor)
  const columns = [...filled, ...entered]
  const page = waiting.slice(0, Math.max(1, Math.min(SUBJECTS_A_PAGE, Math.floor(CELLS_A_PAGE / columns.length))))
  const [forms, values] = await Promise.all([
    store.getMany('submission', formIds(page)),
    entered.length === 0
      ? undefined
      : store.getMany(
          'commission-values',
          page.map(({ code }) => commissionValuesId(cycle.id, code)),
        ),
  ])
  const groups = new Map<string, string>(scheme.groups.map(({ code, name }) => [code, name]))
  const last = page.length < waiting.length ? page.at(-1) : undefined
  return ok({
    name: cycle.name,
    subjectKind: cycle.subjectKind,
    subjects: subjects.length,
    columns: columns.map(({ item: { code, name, unit, filledBy, absentMeans }, period }) => ({
      item: code,
      name,
      unit,
      period,
      filledBy,
      absentMeans,
    })),
    rows: page.map((subject) => {
      const form = subject.submissionId === undefined ? undefined : forms.get(subject.submissionId)?.state
      const passed = form !== undefined && isSubmissionVisibleTo(scope.level, form)
      const own = values?.get(commissionValuesId(cycle.id, subject.code))?.state
      return {
        subject: subject.code,
        name: subject.name,
        groupName: groups.get(subject.group) ?? subject.group,
        statusName: statusNameOf(subject, form),
        passed,
        figures: [
          ...(passed ? sheetFigures(filled, form) : []),
          ...(own === undefined
            ? []
            : sheetFigures(entered, own).map((figure) => ({ ...figure, column: figure.column + filled.length }))),
        ],
      }
    }),
    ...(last === undefined ? {} : { cursor: last.code }),
  })
}

const byCode = (one: CycleSubject, other: CycleSubject): number => (one.code < other.code ? -1 : 1)

const statusNameOf = ({ submissionId }: CycleSubject, form: Submission | undefined): string => {
  if (submissionId === undefined) return '无需填报'
  return form === undefined ? '未生成' : submissionStatusName(form)
}
