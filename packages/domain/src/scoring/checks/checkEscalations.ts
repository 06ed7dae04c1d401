import type { Escalation, Finding, SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import { hasTerm, MEASURE_KIND_NAMES, mayBar, needsProblem } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import { type Check, finding } from './checkContext.ts'

/** Subjects that are neither a county nor a registered unit, on which no measure can be. */
const NO_TARGET: ReadonlySet<SubjectKind> = new Set(['city', 'post'])

/** 递进督导: what a rule drafts must be a measure that can be signed. */
export const checkEscalations: Check = ({ scheme }) => {
  const rules = scheme.escalations ?? []
  const grades = new Set(scheme.grades.map(({ code }) => code))
  const say = ({ code, name }: Escalation, check: string, what: string): Finding =>
    finding('error', check, code, `递进督导“${name}”${what}`)
  return rules.flatMap((rule) => {
    const { when, measure, months, workingDays, barMonths, source } = rule
    const kind = MEASURE_KIND_NAMES[measure]
    return [
      ...(NO_TARGET.has(scheme.subjectKind)
        ? [say(rule, 'escalation-target', '没有可以督导的对象：只能督导县和单位')]
        : []),
      ...(when.kind === 'grade'
        ? when.grades
            .filter((grade) => !grades.has(grade))
            .map((grade) => say(rule, 'grade-undefined', `引用了不存在的等次“${grade}”`))
        : []),
      ...(hasTerm(measure) === (months !== undefined)
        ? []
        : [say(rule, 'escalation-term', hasTerm(measure) ? `应写明${kind}的期限` : `不应有期限：${kind}没有期限`)]),
      ...(needsProblem(measure) && workingDays === undefined
        ? [say(rule, 'escalation-due', `应写明整改期限：${kind}要列明问题`)]
        : []),
      ...(barMonths !== undefined && !mayBar(measure)
        ? [say(rule, 'escalation-bar', `不应写明限制申报：${kind}不由规则限制申报`)]
        : []),
      ...(barMonths !== undefined && source === undefined
        ? [say(rule, 'escalation-source', '限制申报，应写明依据')]
        : []),
    ]
  })
}
