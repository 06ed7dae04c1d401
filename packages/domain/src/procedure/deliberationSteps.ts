import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { MeetingRecord, Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import type { Step } from '../decision.ts'
import { dayOfStep, type ProcedureSetting, permitProcedureAction } from './procedureTransitions.ts'

type Decided = Result<Step<'procedure'>, Problem>

export const MEETING_OUTCOME_NAMES = { approved: '审定通过', 'sent-back': '退回重新审核' } as const

/** 提请审定: the grades of one run, laid before the leading group as they are. `missing`: what the steps before it still lack. */
export function proposeGrades(
  state: Procedure,
  run: Pick<ScoreRunRecord, 'id' | 'rows' | 'resultHash'>,
  text: string,
  missing: readonly string[],
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitProcedureAction(state, 'propose', setting, member)
  if (!step.ok) return step
  const [first] = missing
  if (first !== undefined)
    return err({ code: 'procedure-incomplete', detail: `前面的程序没有办完：${missing.join('；')}` })
  const grades = run.rows.map(({ subject, name, groupName, publishedScore, rank, grade }) => ({
    subject,
    name,
    groupName,
    score: publishedScore,
    rank,
    grade,
  }))
  const counts = Map.groupBy(grades, ({ grade }) => grade ?? '不定等次')
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      deliberation: {
        runId: run.id,
        resultHash: run.resultHash,
        dueOn: dayOfStep(setting, 'deliberation'),
        proposed: { ...handOf(member, at), text },
        grades,
      },
      updatedAt: at,
    },
    fact: {
      type: 'GradesProposed',
      details: { grades: [...counts].map(([grade, rows]) => `${grade}${rows.length}个`).join('、'), text },
    },
  })
}

export type GivenRecord = Pick<MeetingRecord, 'outcome' | 'on' | 'documentNumber' | 'chair' | 'present' | 'text'>

/** 登记审定结果 by the minutes of the meeting: decided, or sent back to where it came from. */
export function decideGrades(
  state: Procedure,
  record: GivenRecord,
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitProcedureAction(state, 'decide', setting, member)
  if (!step.ok) return step
  const { deliberation } = state
  if (deliberation === undefined) throw new Error(`nothing was proposed for ${state.id}`)
  if (record.on > beijingDate(at)) return err({ code: 'invalid-input', detail: '会议日期不能晚于今天', pointer: '/on' })
  if (!record.documentNumber.includes(`〔${record.on.slice(0, 4)}〕`))
    return err({ code: 'invalid-input', detail: '纪要文号的年份与会议日期不一致', pointer: '/documentNumber' })
  return ok({
    next: {
      ...state,
      status: record.outcome === 'approved' ? 'decided' : state.review === undefined ? 'running' : 'reviewed',
      deliberation: { ...deliberation, record: { ...handOf(member, at), ...record, present: [...record.present] } },
      updatedAt: at,
    },
    fact: {
      type: 'GradesDecided',
      details: {
        outcome: MEETING_OUTCOME_NAMES[record.outcome],
        on: record.on,
        documentNumber: record.documentNumber,
        text: record.text,
      },
    },
  })
}
