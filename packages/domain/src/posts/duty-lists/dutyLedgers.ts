import type { LedgerColumn, LedgerOutline, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { DutyEvent } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import { type Due, dueSlots } from './dutyFigures.ts'
import type { DutySlot } from './dutySlots.ts'

const RESULTS = { done: '按时完成', late: '逾期完成', missed: '未完成' } as const satisfies Record<Due, string>
const RESULT_CODES = Object.keys(RESULTS)

const ROUTINE: LedgerColumn[] = [
  { code: 'work', name: '日常工作', type: 'text' },
  { code: 'from', name: '起', type: 'date' },
  { code: 'dueOn', name: '应完成日', type: 'date' },
  {
    code: 'result',
    name: '完成情况',
    type: 'choice',
    choices: Object.entries(RESULTS).map(([code, name]) => ({ code, name })),
  },
  { code: 'records', name: '佐证记录数', type: 'integer' },
]

/** 日常清单 of a post as a ledger that figures are counted from; nothing in it names a person. */
export const DUTY_ROUTINE_LEDGER = {
  name: '岗位日常工作',
  title: 'work',
  columns: ROUTINE,
} as const satisfies LedgerOutline

/** What was due of the post by the day, whoever held it. */
export const dutyRoutineRows = (slots: readonly DutySlot[], day: string): LedgerRow[] =>
  dueSlots(slots, day).map(({ slot: { line, from, to, provedBy }, due }) => ({
    id: `${line.code}@${from}`,
    // A slot has no history of its own: its state is its version.
    version: 1 + RESULT_CODES.indexOf(due) + RESULT_CODES.length * provedBy.length,
    from,
    cells: { work: line.text, from, dueOn: to, result: due, records: String(provedBy.length) },
  }))

const EVENTS: LedgerColumn[] = [
  { code: 'entry', name: '负面情形', type: 'text' },
  { code: 'on', name: '发生日期', type: 'date' },
  { code: 'points', name: '扣分', type: 'decimal' },
  { code: 'veto', name: '一票否决', type: 'yesNo' },
]

/** 负面清单 of a post as a ledger: the events by their entries; what was written about them stays with them. */
export const DUTY_EVENTS_LEDGER = {
  name: '岗位负面事件',
  title: 'entry',
  columns: EVENTS,
} as const satisfies LedgerOutline

/** Events that were upheld; one that vetoes costs no points. */
export const dutyEventRow = ({ id, status, entry, on }: DutyEvent, version: number): LedgerRow | undefined =>
  status !== 'upheld'
    ? undefined
    : {
        id,
        version,
        from: on,
        cells: {
          entry: entry.text,
          on,
          points: entry.effect.kind === 'points' ? entry.effect.points : '0',
          veto: entry.effect.kind === 'veto' ? 'yes' : 'no',
        },
      }
