import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { type SubjectCode, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { PAPER_STEPS, type PaperStep, type ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { handOf } from '../aftercare/hand.ts'
import type { Step } from '../decision.ts'
import { paperIdOf } from './paperIds.ts'
import { isPaperOver } from './paperTransitions.ts'

/** What a step asks of one: whose it is, and what only the plan knows of it. */
type Asked = Pick<ProcedurePaper, 'subject' | 'unitName'> &
  Partial<Pick<ProcedurePaper, 'report' | 'sheet' | 'consultation' | 'visit'>>

type Subject = Pick<CycleSubject, 'code' | 'name'>
type Plan = Pick<Procedure, 'scorers' | 'consulted' | 'question' | 'teams'>

const ASKED: {
  readonly [S in PaperStep]: (plan: Plan, subjects: readonly Subject[]) => readonly Asked[]
} = {
  'self-assessment': (_plan, subjects) =>
    subjects.map(({ code, name }) => ({
      subject: code,
      unitName: name,
      report: { sections: { work: '', results: '', problems: '', plans: '' }, files: [] },
    })),
  'department-scores': ({ scorers }) =>
    scorers.map(({ unitId, name, items }) => ({ subject: unitId, unitName: name, sheet: { items, scores: [] } })),
  consultation: ({ consulted, question = '' }) =>
    consulted.map(({ unitId, name }) => ({ subject: unitId, unitName: name, consultation: { question } })),
  'field-visits': ({ teams }) =>
    teams.flatMap(({ name, on, members, subjects }) =>
      subjects.map((subject) => ({
        subject: subject.code,
        unitName: subject.name,
        visit: { team: name, on, members, findings: [] },
      })),
    ),
}

export type AskedPaper = Step<'procedure-paper'>['next']

/** The papers that the steps of a cycle ask for as it stands planned; a city, which fills in nothing itself, owes none. */
export function papersAsked(
  cycle: Pick<CycleHead, 'id' | 'province' | 'county' | 'name' | 'steps'>,
  plan: Plan,
  subjects: readonly Subject[],
  placeNames: ReadonlyMap<string, string>,
  at: string,
): readonly AskedPaper[] {
  const { id: cycleId, name: cycleName, province, county, steps = [] } = cycle
  return PAPER_STEPS.flatMap((step) => {
    const planned = steps.find((each) => each.step === step)
    if (planned === undefined) return []
    return ASKED[step](plan, subjects).flatMap((asked): AskedPaper[] => {
      const place = placeOf(asked.subject)
      if (place === undefined) return []
      const unit = UnitId.safeParse(asked.subject)
      return [
        {
          id: paperIdOf(step, asked.subject, cycle),
          step,
          cycleId,
          cycleName,
          province,
          ...(county === undefined ? {} : { county }),
          place,
          placeName: placeNames.get(place) ?? place,
          ...(unit.success ? { unitId: unit.data } : {}),
          ...asked,
          dueOn: step === 'field-visits' ? (asked.visit?.on ?? planned.dueOn) : planned.dueOn,
          status: 'open',
          enteredBy: [],
          updatedAt: at,
        },
      ]
    })
  })
}

function placeOf(subject: SubjectCode): CountyCode | undefined {
  return CountyCode.safeParse(countyCodeOf(subject)).data
}

/** 安排: it is there, and waits for whom it is about. */
export const askPaper = (asked: AskedPaper): Step<'procedure-paper'> => ({
  next: asked,
  fact: { type: 'PaperAsked', details: { dueOn: asked.dueOn } },
})

/** 调整安排 of one that is not over: another day, other items, another question, another team; null where nothing is different. */
export function replanPaper(state: ProcedurePaper, asked: AskedPaper, at: string): Step<'procedure-paper'> | null {
  if (isPaperOver(state) && state.waived?.dropped !== true) return null
  const { dueOn, sheet, consultation, visit } = asked
  const { waived: _dropped, ...kept } = state
  const next: ProcedurePaper = {
    ...kept,
    status: state.status === 'waived' ? 'open' : state.status,
    dueOn,
    ...(state.sheet === undefined || sheet === undefined ? {} : { sheet: { ...state.sheet, items: sheet.items } }),
    ...(consultation === undefined ? {} : { consultation }),
    ...(state.visit === undefined || visit === undefined
      ? {}
      : { visit: { ...visit, findings: state.visit.findings } }),
  }
  if (JSON.stringify(next) === JSON.stringify(state)) return null
  return { next: { ...next, updatedAt: at }, fact: { type: 'PaperReplanned', details: { dueOn } } }
}

/** No longer asked for, by another plan; null where it is over. */
export function dropPaper(state: ProcedurePaper, member: Membership, at: string): Step<'procedure-paper'> | null {
  if (isPaperOver(state)) return null
  const reason = '安排调整，不再要求'
  return {
    next: { ...state, status: 'waived', waived: { ...handOf(member, at), reason, dropped: true }, updatedAt: at },
    fact: { type: 'PaperWaived', details: { reason } },
  }
}
