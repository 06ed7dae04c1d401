import { addDays, dayText } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { HonourType, Rung, TitleLevel } from '@anjie/contracts/vocabulary/honours/honourType'
import type { LegalBasisRecord } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { RungState } from '@anjie/contracts/vocabulary/honours/rungState'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { namingLevel } from '../divisions/namingLevel.ts'
import { BAR_LINE, barLine, barsOn, type ToldBar } from './bars.ts'
import {
  type AskingUnit,
  criteriaEligibility,
  type HeldTitle,
  isHeld,
  lowestHeld,
  type RungQuestion,
  rungEligibility,
} from './eligibility.ts'
import type { EligibilityLine } from './eligibilityLine.ts'
import { heldForText, heldLongEnoughOn, heldSince, reaches } from './ladder.ts'
import { notInForce } from './legalBasis.ts'
import { TITLE_LEVEL_NAMES } from './titleNames.ts'

/** A case of the unit that somebody still has in hand. */
export interface OpenCase {
  readonly id: string
  readonly roundId: string
  readonly statusName: string
  /** What was filled in so far, where somebody reads the case itself. */
  readonly answers?: Application['answers']
}

/** 批准依据 as the lists show it. */
export interface ListedBasis extends Pick<LegalBasisRecord, 'honour' | 'level' | 'issuer' | 'approvalNumber'> {
  readonly endsOn?: PlainDate | undefined
}

/** What a unit's place on a ladder is told from. Titles, rounds and bases of other honours do no harm. */
export interface LadderQuestion {
  readonly type: HonourType
  readonly unit: AskingUnit
  readonly today: PlainDate
  /** Those of the unit. */
  readonly titles: readonly HeldTitle[]
  /** Whose window is not over. */
  readonly rounds: readonly Round[]
  readonly bases: readonly ListedBasis[]
  readonly cases: readonly OpenCase[]
  /** 限制申报 of the unit. */
  readonly bars: readonly ToldBar[]
  /** The rungs of rounds whose window is over and that still have cases. */
  readonly rungOfCase: (roundId: string) => (Rung & { readonly honour: string }) | undefined
}

/** One rung as a unit stands to it. */
export interface RungStanding extends Rung {
  readonly state: RungState
  /** The title that stands on this very rung. */
  readonly title?: HeldTitle
  readonly round?: Round
  readonly openCase?: OpenCase
  /** Each thing that is asked, met or not; none for a rung that is reached. */
  readonly lines: readonly EligibilityLine[]
  /** The first day on which the unit may apply, as far as it is known today. */
  readonly from?: PlainDate
}

/** So many days ahead of a day that is known, a unit is nearly there. */
export const NEARLY_DAYS = 90

/** 阶梯上的位置: every rung of a type from the lowest, with what is missing. A national one is recorded and not applied for here. */
export const ladderOf = (question: LadderQuestion): readonly RungStanding[] =>
  question.type.ladder.map(({ level, grade, after }) =>
    rungStanding(question, { level, ...(grade === undefined ? {} : { grade }) }, after),
  )

function rungStanding(question: LadderQuestion, rung: Rung, after: RungQuestion['after']): RungStanding {
  const { type, unit, today } = question
  const titles = question.titles.filter(({ honour }) => honour === type.code)
  const held = titles.filter((title) => isHeld(title, today))
  const title = held.find((each) => isOn(type, each, rung))
  if (title !== undefined) return { ...rung, state: 'held', title, lines: [] }
  if (held.some((each) => reaches(type.ladder, each, rung))) return { ...rung, state: 'passed', lines: [] }
  if (rung.level === 'national') return { ...rung, state: 'recorded', lines: [] }
  const openCase = question.cases.find(({ roundId }) => {
    const of = question.rungOfCase(roundId)
    return of?.honour === type.code && of.level === rung.level && of.grade === rung.grade
  })
  const round = nextRound(question, rung)
  const asked: RungQuestion = {
    // A round keeps the type as it was when it was opened, and is what the unit would apply in.
    type: round?.type ?? type,
    rung,
    after: round === undefined ? after : round.after,
    unit,
    today,
  }
  const lines = [
    ...rungEligibility(asked, titles).map((line) => withHeldTime(line, asked, titles)),
    basisLine(question, rung.level),
    roundLine(round, rung.level, today),
    barLine(question.bars, today),
  ]
  const answered = openCase?.answers === undefined ? [] : criteriaEligibility(round?.type ?? type, openCase.answers)
  const from = firstDay(asked, titles, round, question.bars)
  return {
    ...rung,
    state: openCase === undefined ? stateOf(lines, from, today) : 'applied',
    ...(openCase === undefined ? {} : { openCase }),
    ...(round === undefined ? {} : { round }),
    ...(from === undefined ? {} : { from }),
    lines: [...lines, ...answered],
  }
}

/** On the rung itself; a title of a level without its grade stands on the lowest of that level, as `reaches` counts it. */
function isOn({ ladder }: HonourType, title: HeldTitle, rung: Rung): boolean {
  if (title.level !== rung.level) return false
  const grades = ladder.filter(({ level }) => level === rung.level).map(({ grade }) => grade)
  return Math.max(0, grades.indexOf(title.grade)) === Math.max(0, grades.indexOf(rung.grade))
}

/** The round of a rung that is open, else the one that opens first. */
function nextRound({ type, rounds, today }: LadderQuestion, { level, grade }: Rung): Round | undefined {
  return rounds
    .filter(
      (round) =>
        round.honour === type.code &&
        namingLevel(round.id) === level &&
        round.grade === grade &&
        round.closesOn >= today,
    )
    .toSorted((one, other) => (one.opensOn < other.opensOn ? -1 : 1))[0]
}

function basisLine({ type, bases, today }: LadderQuestion, level: TitleLevel): EligibilityLine {
  const line = { name: '批准依据', problem: 'legal-basis-missing' } as const
  const basis = bases.find(
    (each) => each.honour === type.code && each.level === level && notInForce(each, today) === null,
  )
  return basis === undefined
    ? { ...line, met: false, reason: `${TITLE_LEVEL_NAMES[level]}还没有现行有效的批准依据，不能开放申报` }
    : { ...line, met: true, reason: `${basis.issuer}，${basis.approvalNumber}` }
}

function roundLine(round: Round | undefined, level: TitleLevel, today: PlainDate): EligibilityLine {
  const line = { name: '申报期', problem: 'round-closed' } as const
  if (round === undefined) return { ...line, met: false, reason: `目前没有开放的${TITLE_LEVEL_NAMES[level]}申报轮次` }
  const window = `${dayText(round.opensOn)}至${dayText(round.closesOn)}`
  return round.opensOn > today
    ? { ...line, met: false, reason: `“${round.name}”尚未开始，申报期为${window}` }
    : { ...line, met: true, reason: `“${round.name}”正在申报（${window}）` }
}

/** How long the title below has been held, to the day, beside the day on which it is long enough. */
function withHeldTime(line: EligibilityLine, question: RungQuestion, titles: readonly HeldTitle[]): EligibilityLine {
  const lower = line.name === '下一级称号' ? lowestHeld(question, titles) : undefined
  return lower === undefined
    ? line
    : { ...line, reason: `${line.reason}（${heldForText(heldSince(lower), question.today)}）` }
}

/** Nothing is said where the title below or a round is not there: nobody knows the day. */
function firstDay(
  question: RungQuestion,
  titles: readonly HeldTitle[],
  round: Round | undefined,
  bars: readonly ToldBar[],
): PlainDate | undefined {
  const lower = lowestHeld(question, titles)
  if (question.after !== undefined && lower === undefined) return undefined
  const longEnough =
    question.after === undefined || lower === undefined ? undefined : heldLongEnoughOn(heldSince(lower), question.after)
  const free = bars.filter((bar) => barsOn(bar, question.today)).map(({ until }) => addDays(until, 1))
  const days = [longEnough, round?.opensOn, ...free].filter((day) => day !== undefined)
  const from = days.toSorted().at(-1)
  return from !== undefined && from > question.today ? from : undefined
}

/** Lines that only time, or an office that opens a round, mends. */
const MENDED_BY_TIME: ReadonlySet<string> = new Set(['申报期', '下一级称号', BAR_LINE])

function stateOf(lines: readonly EligibilityLine[], from: PlainDate | undefined, today: PlainDate): RungState {
  const unmet = lines.filter(({ met }) => !met)
  if (unmet.length === 0) return 'open'
  if (!unmet.every(({ name }) => MENDED_BY_TIME.has(name))) return 'blocked'
  // The title below is there and the day is known, or nothing but the round is awaited.
  if (from !== undefined) return from <= addDays(today, NEARLY_DAYS) ? 'nearly' : 'blocked'
  return unmet.every(({ name }) => name === '申报期') ? 'nearly' : 'blocked'
}
