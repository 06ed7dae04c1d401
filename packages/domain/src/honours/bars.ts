import { addMonths, dayText } from '@anjie/calendar-cn'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { LEVELS } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Bar, BarContent, BarKind, BarSubject, Bars, OwnTerm } from '@anjie/contracts/vocabulary/honours/bar'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import type { EligibilityLine } from './eligibilityLine.ts'

export const BAR_KIND_NAMES = {
  listed: '挂牌督办',
  'target-missed': '未完成目标任务',
  'grave-event': '发生重大案（事）件',
  'yellow-card': '黄牌警告',
  interview: '约谈',
} as const satisfies Record<BarKind, string>

/** What the days of each kind are counted from. */
export const BAR_FROM_NAMES: { readonly [K in BarKind]: string } = {
  listed: '挂牌之日',
  'target-missed': '目标期满之日',
  'grave-event': '案（事）件发生之日',
  'yellow-card': '黄牌警告之日',
  interview: '约谈之日',
}

const LAW = '浙江省社会治安综合治理条例（2017）第二十九条'

/** How long each kind bars and by which rule; `null`: only where the rule that it was taken by says so, and as long as that says. */
export const BAR_TERMS: { readonly [K in BarKind]: OwnTerm | null } = {
  listed: { months: 6, basis: LAW },
  'target-missed': { months: 12, basis: LAW },
  'grave-event': { months: 12, basis: LAW },
  'yellow-card': null,
  interview: null,
}

/** The last day: the one of the same number in the last month, as periods of months are counted; the first day itself does not count. */
export const barUntil = ({ from }: Pick<BarContent, 'from'>, { months }: Pick<OwnTerm, 'months'>): PlainDate =>
  addMonths(from, months)

/** What a bar is asked by: its first and last day, and when it was lifted. */
type BarDays = Pick<Bar, 'from' | 'until'> & { readonly lifted?: Pick<NonNullable<Bar['lifted']>, 'on'> | undefined }

/** Whether a bar keeps its unit out on a day. */
export const barsOn = ({ from, until, lifted }: BarDays, on: PlainDate): boolean =>
  from <= on && on <= until && (lifted === undefined || on < lifted.on)

export const barStanding = (bar: BarDays, on: PlainDate): string =>
  bar.lifted !== undefined && bar.lifted.on <= on
    ? '已解除'
    : bar.until < on
      ? '已期满'
      : bar.from > on
        ? '未起算'
        : '限制中'

/** What is told of a bar; a list's row has it too. */
export type ToldBar = BarDays & Pick<Bar, 'kind' | 'document' | 'decidedBy'>

/** 挂牌督办（平安办〔2026〕3号，砚洲区平安办决定），限制至2026年9月1日. */
export const barText = (bar: ToldBar): string =>
  `${BAR_KIND_NAMES[bar.kind]}（${bar.document}，${bar.decidedBy}决定），限制至${dayText(bar.until)}`

/** What the condition is called among the others. */
export const BAR_LINE = '限制申报情形'

/** The condition that no bar is in force, among the others of applying. */
export function barLine(bars: readonly ToldBar[], today: PlainDate): EligibilityLine {
  const standing = bars.filter((bar) => barsOn(bar, today))
  return {
    name: BAR_LINE,
    met: standing.length === 0,
    reason: standing.length === 0 ? '没有生效的限制' : `${standing.map(barText).join('；')}，期满次日起可以申报`,
    problem: 'criteria-not-met',
  }
}

/** Why a case goes no further on a day; null: nothing bars its unit. */
export function whyBarred(unitName: string, bars: readonly Bar[], today: PlainDate): Problem | null {
  const standing = bars.filter((bar) => barsOn(bar, today))
  return standing.length === 0
    ? null
    : {
        code: 'criteria-not-met',
        detail: `${unitName}因${standing.map(barText).join('；')}，期间不得推荐、验收、列入名单和命名，可暂缓办理、退回或不予通过`,
      }
}

/** Whether a county itself is meant, and none of its units. */
export const isDivision = (subject: BarSubject): boolean => subject.endsWith('.division')

const MOST = 60

/**
 * 登记 a bar: whoever decided it, a supervision measure or a person at this desk, says kind, first day and document, and its end follows.
 * The same decision is entered once.
 */
export function enterBar(
  bars: Bars,
  content: BarContent,
  level: Level,
  today: PlainDate,
  at: string,
): Result<Step<'bars'>, Problem> {
  if (content.from > today)
    return err({ code: 'invalid-input', detail: `${BAR_FROM_NAMES[content.kind]}不能晚于今天`, pointer: '/from' })
  if (content.documentOn > today)
    return err({ code: 'invalid-input', detail: '决定日期不能晚于今天', pointer: '/documentOn' })
  if (content.documentOn < content.from)
    return err({
      code: 'invalid-input',
      detail: `决定日期不能早于${BAR_FROM_NAMES[content.kind]}`,
      pointer: '/documentOn',
    })
  if (
    bars.bars.some(
      ({ kind, document, from }) => kind === content.kind && document === content.document && from === content.from,
    )
  )
    return err({
      code: 'invalid-input',
      detail: `${bars.name}已按“${content.document}”登记过这一情形`,
      pointer: '/document',
    })
  if (bars.bars.length >= MOST) return err({ code: 'invalid-input', detail: `一个单位最多登记${MOST}条限制` })
  const fixed = BAR_TERMS[content.kind]
  if (fixed !== null && content.ownTerm !== undefined)
    return err({
      code: 'invalid-input',
      detail: `${BAR_KIND_NAMES[content.kind]}限制${fixed.months}个月（${fixed.basis}），不另写月数`,
      pointer: '/ownTerm',
    })
  const term = fixed ?? content.ownTerm
  if (term === undefined)
    return err({
      code: 'invalid-input',
      detail: `${BAR_KIND_NAMES[content.kind]}按规定限制申报的，请写明月数和依据`,
      pointer: '/ownTerm/months',
    })
  const until = barUntil(content, term)
  const bar: Bar = { ...content, number: (bars.bars.at(-1)?.number ?? 0) + 1, until, level, enteredAt: at }
  return ok({
    next: { ...bars, bars: [...bars.bars, bar], updatedAt: at },
    fact: {
      type: 'BarEntered',
      details: {
        kind: BAR_KIND_NAMES[content.kind],
        from: content.from,
        until,
        decidedBy: content.decidedBy,
        document: content.document,
      },
    },
  })
}

/** What a level entered, itself and those above it lift. */
export const mayLift = (bar: Pick<Bar, 'level'>, level: Level): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(bar.level)

/** 解除 before the end, from today on. */
export function liftBar(
  bars: Bars,
  { number, document, reason }: { readonly number: number; readonly document: string; readonly reason: string },
  level: Level,
  today: PlainDate,
  at: string,
): Result<Step<'bars'>, Problem> {
  const bar = bars.bars.find((each) => each.number === number)
  if (bar === undefined) return err({ code: 'invalid-input', detail: '没有这条限制', pointer: '/number' })
  if (!mayLift(bar, level)) return err({ code: 'not-permitted', detail: '上级登记的限制由上级解除，本级只能查看' })
  if (bar.lifted !== undefined || bar.until < today)
    return err({ code: 'transition-not-allowed', detail: `这条限制${barStanding(bar, today)}，不必再解除` })
  return ok({
    next: {
      ...bars,
      bars: bars.bars.map((each) =>
        each.number === number ? { ...each, lifted: { document, reason, on: today } } : each,
      ),
      updatedAt: at,
    },
    fact: { type: 'BarLifted', details: { kind: BAR_KIND_NAMES[bar.kind], document, reason } },
  })
}
