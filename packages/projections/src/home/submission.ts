import { addDays } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import { textOf } from '@anjie/contracts/facts/readFact'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { isPost } from '@anjie/domain/cycles/isPost'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { submissionOwner, submissionStandingName } from '@anjie/domain/submissions/submissionTransitions'
import { beijingDay } from '@anjie/kernel'
import type { FactOf } from '../readFact.ts'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** At which levels each step changes whose turn it is; nowhere where figures are only entered. */
const TURNS: Readonly<Record<FactTypeOf<'submission'>, readonly Level[]>> = {
  SubmissionOpened: ['county'],
  SubmissionExtended: ['county', 'city'],
  SubmissionCalledBack: ['county', 'city'],
  SubmissionGivenBack: ['county'],
  ValuesSaved: [],
  ValuesPrefilled: [],
  PrefilledConfirmed: [],
  CheckExplained: [],
  ExplanationAccepted: [],
  CellRemarked: ['county', 'city'],
  RemarkAnswered: ['county', 'city'],
  EvidenceRequested: [],
  EvidenceAttached: [],
  EvidenceRemoved: [],
  SubmissionSubmitted: ['county'],
  SubmissionWithdrawn: ['county'],
  SubmissionVerified: ['county', 'city'],
  SubmissionAccepted: ['city'],
  SubmissionReturned: ['county', 'city'],
}

/** The form waits for exactly one post until it is settled; what was returned says so, and the county is told of what others did. */
export const submission: HomeView<'submission'> = ({ recordId, version, type, at, after: state, details, actor }) => {
  const codes = divisionsOfCounty(state.county)
  const owner = submissionOwner(state)
  // A post's form is drawn up by the county; the unit hears of it with the score.
  const unit = isPost(state.subject?.code) ? undefined : state.subject?.code
  const row: HomeRow = {
    kind: 'submission',
    id: recordId,
    version,
    title: state.cycleName,
    place: state.subject?.name ?? state.countyName,
    status: state.status,
    statusName: submissionStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null ? null : state.dueOn,
    updatedAt: state.updatedAt,
    cycleId: state.cycleId,
    page: 'submission',
    pageId: recordId,
    note: state.returnReason === undefined ? null : noteOf(`退回：${state.returnReason}`),
  }
  const turns = TURNS[type]
    .filter((level) => level === 'county' || state.finalLevel === 'city')
    // More time changes the day where the form lies, and nothing elsewhere.
    .filter((level) => type !== 'SubmissionExtended' || owner?.level === level)
    .map((level) => ({
      owner: codes[level],
      slot: 'turn',
      line:
        owner?.level === level ? { standing: { as: 'work', role: owner.role, day: state.dueOn } as const, row } : null,
    }))
  const awaited = awaitedLines(type, state, row)
  const said = WORDS[type]
  if (said === undefined) return [...withUnitsOwn(turns, codes.county, unit), ...awaited]
  const told: HomeRow = {
    ...row,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    says: `${actor.jurisdictionName}${said}`,
    note: noteOf(`${actor.jurisdictionName}${said}${textOf(details, 'reason', '：')}`),
  }
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  const lines: readonly HomeLine[] = [
    ...turns,
    { owner: codes.county, slot: 'told', line: { standing: { as: 'told', level: 'county', day }, row: told } },
  ]
  return [...withUnitsOwn(lines, codes.county, unit), ...awaited]
}

/** Steps by which a form comes to lie below those who wait for it, or leaves. Where it lies below does not matter to them. */
const ARRIVES: Readonly<Record<'city' | 'county', Partial<Record<FactTypeOf<'submission'>, boolean>>>> = {
  city: {
    SubmissionOpened: false,
    SubmissionExtended: false,
    SubmissionGivenBack: false,
    SubmissionCalledBack: true,
    SubmissionVerified: true,
    SubmissionReturned: false,
  },
  county: {
    SubmissionOpened: false,
    SubmissionExtended: false,
    SubmissionGivenBack: false,
    SubmissionCalledBack: true,
    SubmissionSubmitted: true,
    SubmissionWithdrawn: false,
    SubmissionReturned: false,
  },
}

/** 未报: what the commission, and the city between, still wait for. */
function awaitedLines(
  type: FactTypeOf<'submission'>,
  { county, cycleId, finalLevel, status, dueOn }: FactOf<'submission'>['after'],
  row: HomeRow,
): readonly HomeLine[] {
  const arrives = ARRIVES[finalLevel][type]
  const isBelow = status === 'draft' || (finalLevel === 'city' && status === 'submitted')
  if (arrives === undefined || (!arrives && !isBelow)) return []
  const waiting =
    finalLevel === 'county'
      ? [{ level: 'county' as const, code: county }]
      : [
          { level: 'province' as const, code: cycleId.slice(0, cycleId.indexOf('.')) },
          { level: 'city' as const, code: cityCodeOf(county) },
        ]
  return waiting.map(({ level, code }) => ({
    owner: code,
    slot: 'awaited',
    line: arrives
      ? null
      : {
          standing: { as: 'awaited', level, day: dueOn },
          row: { ...row, dueOn, queue: null, nextVerb: null, note: null },
        },
  }))
}

/** What a county passes itself is in its own 已办: told here it would push aside what others did. */
const WORDS: Readonly<Partial<Record<FactTypeOf<'submission'>, string>>> = {
  SubmissionReturned: '退回填报表',
  SubmissionAccepted: '审定填报表',
  SubmissionCalledBack: '填报表已撤回，已填数据保留',
}
