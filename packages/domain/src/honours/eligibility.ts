import { dayText } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { HonourType, LowerTitle, Rung } from '@anjie/contracts/vocabulary/honours/honourType'
import type { LegalBasisRecord } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Title, TitleStatus } from '@anjie/contracts/vocabulary/honours/title'
import type { TitleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { namingLevel } from '../divisions/namingLevel.ts'
import { UNIT_KIND_NAMES } from '../units/unitKindNames.ts'
import { askedCriteria } from './askedCriteria.ts'
import { barLine } from './bars.ts'
import type { EligibilityLine } from './eligibilityLine.ts'
import { hasExpired } from './evidenceTerm.ts'
import { dayTooEarly, heldLongEnoughOn, heldSince, lowerTitleText, reaches, rungName } from './ladder.ts'
import { notInForce } from './legalBasis.ts'
import { renewalOpensOn, renewalText } from './renewal.ts'
import { isListedName } from './titleHolder.ts'
import { TITLE_STATUS_NAMES } from './titleNames.ts'

/** A title as the lists show it: enough to see whether a unit has one already. */
export interface HeldTitle {
  readonly id: TitleId
  readonly honour: string
  readonly level: Title['level']
  readonly grade?: string
  readonly namedOn?: PlainDate
  readonly year: number
  readonly status: TitleStatus
  readonly validUntil?: string | undefined
  readonly validFrom?: string | undefined
  readonly continuesSince?: PlainDate | undefined
  /** 撤销后 the unit may apply for this honour from this day on. */
  readonly reapplyFrom?: PlainDate | undefined
  readonly unitId?: string
  readonly unitName: string
  readonly townshipName?: string
  readonly serial?: string
}

/** What a unit's conditions look at. */
export type AskingUnit = Pick<Unit, 'id' | 'kind' | 'name' | 'parentName' | 'formerNames' | 'validFrom' | 'validTo'>

/** One rung of an honour, and the title below it that a round of it asks for. */
export interface RungQuestion {
  readonly type: Pick<HonourType, 'code' | 'unitKinds' | 'ladder'>
  readonly rung: Rung
  readonly after?: LowerTitle | undefined
  readonly unit: AskingUnit
  readonly today: PlainDate
}

export interface EligibilityQuestion {
  readonly type: HonourType
  readonly round: Round
  readonly unit: Unit
  readonly today: PlainDate
  /** 批准依据 of the round as it is today; left out where nobody looked. */
  readonly basis?: LegalBasisRecord | undefined
  /** Of the county's units; left out where nobody looked, and then the title is not asked about. */
  readonly titles?: readonly HeldTitle[]
  /** 限制申报 of the unit; left out where nobody looked. */
  readonly bars?: readonly Bar[]
  /** It was in time, and nobody has sent it back. */
  readonly submittedBefore: boolean
  /** Sent back by somebody it may come again after the window has closed, until this day. */
  readonly resubmitBy?: PlainDate | undefined
}

/** Whether a unit may apply at all: the window, its kind, its existence on the day, no valid title of this rung or above, and the one below held long enough. */
export function unitEligibility(question: EligibilityQuestion): readonly EligibilityLine[] {
  const { bars, today } = question
  return [
    windowLine(question),
    ...basisLine(question),
    ...rungEligibility(rungAsked(question), question.titles),
    ...(bars === undefined ? [] : [barLine(bars, today)]),
  ]
}

/** The same without a round: what a rung asks of a unit on a day. An application and the unit's ladder page are answered by these lines. */
export const rungEligibility = (question: RungQuestion, titles?: readonly HeldTitle[]): readonly EligibilityLine[] => [
  kindLine(question),
  existenceLine(question),
  ...(titles === undefined
    ? []
    : [titleLine(question, titles), ...waitingLine(question, titles), ...lowerTitleLine(question, titles)]),
]

const rungAsked = ({ type, round, unit, today }: Omit<EligibilityQuestion, 'submittedBefore'>): RungQuestion => ({
  type,
  rung: rungOfRound(round),
  after: round.after,
  unit,
  today,
})

/** The conditions that the unit answers for itself. `unknown` is not `not-met`: nobody has looked yet, so it is incomplete. */
export function criteriaEligibility(type: HonourType, answers: Application['answers']): readonly EligibilityLine[] {
  return askedCriteria(type).map(({ code, name }) => {
    const answer = answers.find((each) => each.criterion === code)?.answer ?? 'unknown'
    return {
      name,
      met: answer === 'met',
      reason: { met: '自查符合', 'not-met': '自查不符合', unknown: '尚未自查' }[answer],
      problem: answer === 'not-met' ? 'criteria-not-met' : 'incomplete',
    }
  })
}

/** 佐证材料 of each criterion that requires it: there, and still good. */
function evidenceEligibility(
  { type, today }: EligibilityQuestion,
  evidence: NonNullable<Application['evidence']>,
): readonly EligibilityLine[] {
  return type.criteria
    .filter((criterion) => criterion.evidence === 'required')
    .map(({ code, name }) => {
      const files = evidence.filter(({ criterion, status }) => criterion === code && status === 'attached')
      const good = files.filter((file) => !hasExpired(file, today))
      const [old] = files
      const reason =
        good.length > 0
          ? `已上传${good.length}份`
          : old === undefined
            ? '尚未上传佐证材料'
            : `“${old.fileName}”已于${dayText(old.expiresOn ?? today)}到期`
      return { name: `${name}的佐证材料`, met: good.length > 0, reason, problem: 'incomplete' }
    })
}

/** The whole answer for a draft: the unit, the criteria, and whether the statement is written. */
export function applicationEligibility(
  question: EligibilityQuestion,
  application: Pick<Application, 'answers' | 'statement' | 'evidence'>,
): readonly EligibilityLine[] {
  const written = application.statement.trim().length > 0
  return [
    ...unitEligibility(question),
    ...criteriaEligibility(question.type, application.answers),
    ...evidenceEligibility(question, application.evidence ?? []),
    { name: '创建情况说明', met: written, reason: written ? '已填写' : '尚未填写', problem: 'incomplete' },
  ]
}

/** The refusal for what is not met: called after the first of them, and naming all. */
export function firstUnmet(lines: readonly EligibilityLine[]): Problem | null {
  const unmet = lines.filter((line) => !line.met)
  const [first] = unmet
  if (first === undefined) return null
  return { code: first.problem, detail: unmet.map((line) => `${line.name}：${line.reason}`).join('；') }
}

function windowLine({ round, today, submittedBefore, resubmitBy }: EligibilityQuestion): EligibilityLine {
  const line = { name: '申报期', problem: 'round-closed' } as const
  const window = `${dayText(round.opensOn)}至${dayText(round.closesOn)}`
  if (today < round.opensOn) return { ...line, met: false, reason: `尚未开始，申报期为${window}` }
  if (today <= round.closesOn) return { ...line, met: true, reason: `在申报期内（${window}）` }
  if (submittedBefore) return { ...line, met: true, reason: '已在申报期内提交过' }
  if (resubmitBy === undefined) return { ...line, met: false, reason: `已截止，申报期为${window}` }
  return today <= resubmitBy
    ? { ...line, met: true, reason: `退回补正，可在${dayText(resubmitBy)}前（含当日）再次提交` }
    : { ...line, met: false, reason: `申报期已截止，退回补正期也已于${dayText(resubmitBy)}结束` }
}

/** Without a basis in force nothing can be named any more, so nobody is put to the trouble of an application. */
function basisLine({ basis, today }: EligibilityQuestion): readonly EligibilityLine[] {
  if (basis === undefined) return []
  const why = notInForce(basis, today)
  return [
    {
      name: '批准依据',
      met: why === null,
      reason: why === null ? `${basis.issuer}，${basis.approvalNumber}` : why.detail,
      problem: 'legal-basis-missing',
    },
  ]
}

function kindLine({ type, unit }: RungQuestion): EligibilityLine {
  const met = type.unitKinds.includes(unit.kind)
  const kinds = type.unitKinds.map((kind) => UNIT_KIND_NAMES[kind]).join('、')
  return {
    name: '单位类型',
    met,
    reason: met ? UNIT_KIND_NAMES[unit.kind] : `${unit.name}是${UNIT_KIND_NAMES[unit.kind]}，本荣誉限${kinds}申报`,
    problem: 'criteria-not-met',
  }
}

function existenceLine({ unit, today }: RungQuestion): EligibilityLine {
  const line = { name: '单位存续', problem: 'criteria-not-met' } as const
  if (today < unit.validFrom) return { ...line, met: false, reason: `自${dayText(unit.validFrom)}起设立，尚未生效` }
  if (unit.validTo !== undefined && unit.validTo < today) {
    return { ...line, met: false, reason: `已于${dayText(unit.validTo)}撤并，请由承继单位申报` }
  }
  return { ...line, met: true, reason: '现行有效' }
}

/** What the unit holds on a rung or above it on the day; a renewal that has not begun counts. */
const heldFrom = ({ type, rung, unit, today }: RungQuestion, titles: readonly HeldTitle[]): readonly HeldTitle[] =>
  titles.filter(
    (title) =>
      isOf(title, unit) && title.honour === type.code && isHeld(title, today) && reaches(type.ladder, title, rung),
  )

/** 续期: the one title of this very rung that the unit holds and that soon runs out; undefined where nothing is to be renewed yet. */
export function renewable(question: RungQuestion, titles: readonly HeldTitle[]): HeldTitle | undefined {
  const [held, ...others] = heldFrom(question, titles)
  const { rung, today, type } = question
  if (held?.validUntil === undefined || others.length > 0) return undefined
  const isSame = reaches(type.ladder, rung, held) && reaches(type.ladder, held, rung)
  return isSame && renewalOpensOn(PlainDate.parse(held.validUntil)) <= today ? held : undefined
}

/** As `renewable`, of a round. */
export const renewedTitle = (
  question: Pick<EligibilityQuestion, 'type' | 'round' | 'unit' | 'today'>,
  titles: readonly HeldTitle[],
): HeldTitle | undefined => renewable(rungAsked(question), titles)

/** 撤销后重新申报: two years, for every rung of the honour. Only said where it keeps a unit out. */
function waitingLine({ type, unit, today }: RungQuestion, titles: readonly HeldTitle[]): readonly EligibilityLine[] {
  const from = titles
    .filter((title) => isOf(title, unit) && title.honour === type.code && title.status === 'revoked')
    .flatMap(({ reapplyFrom }) => reapplyFrom ?? [])
    .toSorted()
    .at(-1)
  if (from === undefined || from <= today) return []
  return [
    {
      name: '撤销后重新申报',
      met: false,
      reason: `称号曾被撤销，${dayText(from)}起方可重新申报`,
      problem: 'criteria-not-met',
    },
  ]
}

function titleLine(question: RungQuestion, titles: readonly HeldTitle[]): EligibilityLine {
  const renewed = renewable(question, titles)
  if (renewed?.validUntil !== undefined)
    return {
      name: '未持有本称号',
      met: true,
      reason: renewalText(PlainDate.parse(renewed.validUntil)),
      problem: 'already-titled',
    }
  const [held] = heldFrom(question, titles)
  return {
    name: '未持有本称号',
    met: held === undefined,
    reason:
      held === undefined
        ? '没有有效期内的同级或更高级称号'
        : `已于${held.year}年获得${rungName(held)}称号${held.serial === undefined ? '' : `（证书编号${held.serial}）`}${held.validUntil === undefined ? '' : `，有效期至${dayText(held.validUntil)}`}`,
    problem: 'already-titled',
  }
}

/** 下一级称号, of a rung that asks for one. */
function lowerTitleLine(question: RungQuestion, titles: readonly HeldTitle[]): readonly EligibilityLine[] {
  const { after } = question
  if (after === undefined) return []
  const line = { name: '下一级称号', problem: 'criteria-not-met' } as const
  const held = lowestHeld(question, titles)
  if (held === undefined) return [{ ...line, met: false, reason: `${lowerTitleText(after)}，目前没有有效期内的该称号` }]
  const since = heldSince(held)
  return question.today < heldLongEnoughOn(since, after)
    ? [{ ...line, met: false, reason: dayTooEarly(since, after) }]
    : [{ ...line, met: true, reason: `${dayText(since)}取得${rungName(after)}称号，已满${after.months}个月` }]
}

/** The title below by which a unit may apply: of those that stand, the one held longest. */
export const lowerTitle = (
  question: Pick<EligibilityQuestion, 'type' | 'round' | 'unit' | 'today'>,
  titles: readonly HeldTitle[],
): HeldTitle | undefined => lowestHeld(rungAsked(question), titles)

/** As `lowerTitle`, of a rung. */
export function lowestHeld(
  { type, after, unit, today }: RungQuestion,
  titles: readonly HeldTitle[],
): HeldTitle | undefined {
  if (after === undefined) return undefined
  return titles
    .filter(
      (title) =>
        isOf(title, unit) && title.honour === type.code && isHeld(title, today) && reaches(type.ladder, title, after),
    )
    .toSorted((one, other) => (heldSince(one) < heldSince(other) ? -1 : 1))[0]
}

/** What a title below must say so that one can rest on it. */
export type LowerTitleNow = Pick<Title, 'status' | 'validUntil' | 'unitName' | 'level' | 'grade' | 'honourName'>

/** The title below that an application names is gone or has run out. */
export function whyLowerFell(title: LowerTitleNow | null, today: PlainDate): Problem | null {
  if (title !== null && isHeld(title, today)) return null
  if (title === null) return { code: 'criteria-not-met', detail: '申报所依据的下一级称号已查不到，请退回核实' }
  const ended =
    title.validUntil !== undefined && title.validUntil < today
      ? `已于${dayText(title.validUntil)}到期`
      : `现为“${TITLE_STATUS_NAMES[title.status]}”`
  return {
    code: 'criteria-not-met',
    detail: `${title.unitName}的${rungName(title)}“${title.honourName}”称号${ended}，不再具备申报条件，请退回或不予通过`,
  }
}

const rungOfRound = ({ id, grade }: Pick<Round, 'id' | 'grade'>): Rung => ({ level: namingLevel(id), grade })

/** A title that was taken over from a public list knows the unit's name only, spelt as that list spells it, maybe a former one. */
function isOf(title: HeldTitle, unit: AskingUnit): boolean {
  if (title.unitId !== undefined) return title.unitId === unit.id
  return isListedName(title, unit)
}

/** Whether a title is held on a day: neither taken away nor run out. */
export const isHeld = (title: Pick<HeldTitle, 'status' | 'validUntil'>, today: PlainDate): boolean =>
  HOLDING.has(title.status) && (title.validUntil === undefined || title.validUntil >= today)

const HOLDING: ReadonlySet<TitleStatus> = new Set(['active', 'under-recheck', 'retained', 'rectify'])

/** Why a unit is not listed or named: it holds the title already, by this certificate. */
export function heldAlready(title: Title): Problem {
  const until = title.validUntil === undefined ? '，长期有效' : `，有效期至${dayText(title.validUntil)}`
  const certificate = title.serial === undefined ? `${title.year}年获得` : `证书编号${title.serial}`
  return {
    code: 'already-titled',
    detail: `${title.unitName}已持有“${title.honourName}”称号（${certificate}${until}），有效期内不能重复命名`,
  }
}
