import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { MeasureId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  FINDING_GRAVITIES,
  type Finding,
  type ProcedurePaper,
} from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { MeasureContent } from '@anjie/contracts/vocabulary/supervision/measure'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import type { Step } from '../decision.ts'
import { type Decided, lateness, withEnterer } from './paperSteps.ts'
import { type PaperSetting, permitPaperAction } from './paperTransitions.ts'
import { FINDING_GRAVITY_NAMES } from './procedureNames.ts'

export function visitOf({ id, visit }: ProcedurePaper): NonNullable<ProcedurePaper['visit']> {
  if (visit === undefined) throw new Error(`${id} is no visit`)
  return visit
}

/** 严重问题1条、提示2条. */
export function findingsText(findings: readonly Pick<Finding, 'gravity'>[]): string {
  const counts = FINDING_GRAVITIES.toReversed().flatMap((gravity) => {
    const count = findings.filter((each) => each.gravity === gravity).length
    return count === 0 ? [] : [`${FINDING_GRAVITY_NAMES[gravity]}${count}条`]
  })
  return counts.length === 0 ? '没有发现' : counts.join('、')
}

/** 记录考评发现: all of them as they now stand. `indicators`: those of the scheme. */
export function saveFindings(
  state: ProcedurePaper,
  findings: readonly Finding[],
  indicators: ReadonlySet<string>,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'save', setting, member)
  if (!step.ok) return step
  const unknown = findings.findIndex(({ indicator }) => !indicators.has(indicator))
  if (unknown >= 0)
    return err({
      code: 'invalid-input',
      detail: `第${unknown + 1}条发现：方案中没有这个指标，请重新选择`,
      pointer: `/findings/${unknown}/indicator`,
    })
  return ok({
    next: {
      ...state,
      enteredBy: withEnterer(state, member),
      visit: { ...visitOf(state), findings: [...findings] },
      updatedAt: at,
    },
    fact: { type: 'FindingsSaved', details: { findings: findingsText(findings) } },
  })
}

/** 考评完毕: also where nothing was found. */
export function fileVisit(state: ProcedurePaper, setting: PaperSetting, member: Membership, at: string): Decided {
  const step = permitPaperAction(state, 'file', setting, member)
  if (!step.ok) return step
  const by = handOf(member, at)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      enteredBy: withEnterer(state, member),
      filed: by,
      done: by,
      updatedAt: at,
    },
    fact: { type: 'PaperFiled', details: lateness(state, at) },
  })
}

export interface FindingDraft {
  readonly target: BarSubject
  readonly content: MeasureContent
  /** The finding leads to the measure from then on. */
  readonly take: (measureId: MeasureId, at: string) => Step<'procedure-paper'>
}

/** 就一条发现拟制督导措施, once, after the visit: from there on the measure goes its own way. */
export function draftOfFinding(
  state: ProcedurePaper,
  number: number,
  workingDays: number,
  today: PlainDate,
): Result<FindingDraft, Problem> {
  const visit = visitOf(state)
  const finding = visit.findings[number - 1]
  if (finding === undefined) return err({ code: 'not-found', detail: '没有这条发现' })
  if (state.status !== 'done')
    return err({ code: 'transition-not-allowed', detail: '考评完毕之后，才能就发现拟制督导措施' })
  if (finding.measureId !== undefined)
    return err({ code: 'transition-not-allowed', detail: '这条发现已经拟制督导措施' })
  return ok({
    // A county is meant by its division, a unit by its id.
    target: (state.unitId ?? `${state.place}.division`) as BarSubject,
    content: {
      kind: 'inspection',
      matter: `${state.cycleName}实地考评`.slice(0, 80),
      trigger: 'planned',
      on: visit.on < today ? visit.on : today,
      participants: visit.members.map(({ post }) => post.slice(0, 30)),
      demands: '按期整改并报告结果',
      isPublished: false,
      problems: [{ text: finding.text, workingDays }],
    },
    take: (measureId, at) => ({
      next: {
        ...state,
        visit: {
          ...visit,
          findings: visit.findings.map((each, index) => (index === number - 1 ? { ...each, measureId } : each)),
        },
        updatedAt: at,
      },
      fact: { type: 'FindingTaken', details: { finding: finding.text } },
    }),
  })
}
