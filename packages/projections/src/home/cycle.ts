import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import { textOf } from '@anjie/contracts/facts/readFact'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { CYCLE_STATUS_NAMES, cycleOwner } from '@anjie/domain/cycles/cycleTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { beijingDay } from '@anjie/kernel'
import type { FactOf } from '../readFact.ts'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'

/** How long a published result is said to be new. */
const PUBLISHED_DAYS = 30
type Said = Pick<HomeRow, 'nextVerb' | 'dueOn' | 'page' | 'note'> & {
  /** As the note, without the reason that somebody typed. */
  readonly says: string
  readonly as: 'window' | 'told'
  readonly until: PlainDate
  readonly slot: 'stage' | 'change'
}

/** A cycle waits for its commission. Everybody assessed by it, and the cities above them, read until when what is possible. */
export const cycle: HomeView<'cycle'> = (fact) => {
  const { recordId, version, type, at, after: state } = fact
  if (type === 'CycleScored' || type === 'ScoringStarted') return []
  const owner = cycleOwner(state)
  const code = assessorCode(state)
  const row: HomeRow = {
    kind: 'cycle',
    id: recordId,
    version,
    title: state.name,
    place: '',
    status: state.status,
    statusName: CYCLE_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: dayOf(state),
    updatedAt: at,
    cycleId: state.id,
    page: 'cycle',
    pageId: recordId,
    note: null,
    subjects: state.subjectCount,
  }
  const readers: readonly Level[] = state.county === undefined ? ['county', 'city'] : ['county']
  // Whoever was taken out is told as well.
  const left = type === 'CycleSubjectsChanged' ? (fact.before?.divisions ?? []) : []
  const concerns = state.divisions.join(' ')
  const concernsAll = [...new Set([...state.divisions, ...left])].join(' ')
  return [
    {
      owner: code,
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day: dayOf(state) }, row },
    },
    ...readers.flatMap((level) =>
      saidOf(fact, level).map(
        ({ as, until, slot, ...words }): HomeLine => ({
          owner: code,
          ...(state.county === undefined ? { shared: true } : {}),
          slot: `${slot}-${level}`,
          line: {
            standing: { as, level, day: until },
            row: {
              ...row,
              ...words,
              queue: null,
              ...(state.county === undefined ? { concerns: as === 'told' ? concernsAll : concerns } : {}),
            },
          },
        }),
      ),
    ),
    // More time for a cycle that was called back is nothing to be told any more.
    ...(type === 'CycleCalledBack'
      ? readers.map(
          (level): HomeLine => ({
            owner: code,
            ...(state.county === undefined ? { shared: true } : {}),
            slot: `change-${level}`,
            line: null,
          }),
        )
      : []),
  ]
}

const dayOf = ({ status, dueOn, appealsUntil }: FactOf<'cycle'>['after']): PlainDate | null =>
  status === 'preview' ? (appealsUntil ?? null) : status === 'final' ? null : dueOn

/** What a step says to those below. */
function saidOf({ type, at, after: state, details }: FactOf<'cycle'>, level: Level): readonly Said[] {
  const today = PlainDate.parse(beijingDay(at))
  const open: Said = {
    as: 'window',
    until: state.dueOn,
    slot: 'stage',
    nextVerb: level === 'county' ? '填报' : '审定',
    dueOn: state.dueOn,
    page: 'cycle',
    says: `填报截至${dayText(state.dueOn)}`,
    note: `填报截至${dayText(state.dueOn)}`,
  }
  const SAID: Readonly<Record<FactTypeOf<'cycle'>, () => readonly Said[]>> = {
    CyclePlanned: () => [],
    // Told to those who owe a paper, by the paper.
    CycleStepsPlanned: () => [],
    CycleReplanned: () => [],
    ScoringStarted: () => [],
    CycleScored: () => [],
    CycleOpened: () => [open],
    // Told to those whose forms it is about, by the forms themselves.
    WindowsExtended: () => [],
    CycleExtended: () => [
      open,
      {
        ...open,
        as: 'told',
        slot: 'change',
        says: `填报期限延至${dayText(state.dueOn)}`,
        note: noteOf(
          `填报期限${dayText(textOf(details, 'dueOn') || `延至${state.dueOn}`)}${textOf(details, 'reason', '：')}`,
        ),
      },
    ],
    CycleSubjectsChanged: () => [
      open,
      {
        ...open,
        as: 'told',
        until: addDays(today, TOLD_DAYS),
        slot: 'change',
        nextVerb: null,
        says: '考评对象有调整',
        note: noteOf(
          [textOf(details, 'added', '增加'), textOf(details, 'removed', '移出')]
            .filter((part) => part !== '')
            .join('，') + textOf(details, 'reason', '：'),
        ),
      },
    ],
    CycleCalledBack: () => [
      {
        as: 'told',
        until: addDays(today, TOLD_DAYS),
        slot: 'stage',
        nextVerb: null,
        dueOn: null,
        page: 'cycle',
        says: '考评周期已撤回',
        note: noteOf(`考评周期已撤回${textOf(details, 'reason', '：')}`),
      },
    ],
    CyclePreviewed: () => {
      const until = state.appealsUntil ?? today
      // Points before publication are for whose they are: a city reads none of its counties', and units' stand on the cycle's page.
      const own = state.subjectKind === level
      return [
        {
          as: 'window',
          until,
          slot: 'stage',
          nextVerb: level === 'county' || own ? '查看得分' : '处理更正',
          dueOn: until,
          page: own ? 'scorecard' : 'cycle',
          says: level === 'county' ? `得分预览，可申诉至${dayText(until)}` : `预览更正，至${dayText(until)}`,
          note: level === 'county' ? `得分预览，可申诉至${dayText(until)}` : `预览更正，至${dayText(until)}`,
        },
      ]
    },
    CycleFinalised: () => [
      {
        as: 'told',
        until: addDays(today, PUBLISHED_DAYS),
        slot: 'stage',
        nextVerb: '查看榜单',
        dueOn: null,
        page: 'league-table',
        says: '考评结果已公布',
        note: '考评结果已公布',
      },
    ],
  }
  return SAID[type]()
}
