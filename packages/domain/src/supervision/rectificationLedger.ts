import type { LedgerColumn, LedgerOutline, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { MEASURE_KIND_NAMES, RECTIFICATION_STATUS_NAMES } from './measureNames.ts'

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }))

const COLUMNS: LedgerColumn[] = [
  { code: 'problem', name: '问题', type: 'text' },
  { code: 'target', name: '督导对象', type: 'text' },
  {
    code: 'level',
    name: '下发级',
    type: 'choice',
    choices: choicesOf({ county: '县级', city: '市级', province: '省级' }),
  },
  { code: 'kind', name: '措施', type: 'choice', choices: choicesOf(MEASURE_KIND_NAMES) },
  { code: 'number', name: '文号', type: 'text' },
  { code: 'issuedOn', name: '下达日期', type: 'date' },
  { code: 'dueOn', name: '整改期限', type: 'date' },
  { code: 'status', name: '状态', type: 'choice', choices: choicesOf(RECTIFICATION_STATUS_NAMES) },
  { code: 'round', name: '轮次', type: 'integer' },
  { code: 'repeated', name: '反复出现', type: 'yesNo' },
  { code: 'overdue', name: '逾期', type: 'yesNo' },
  { code: 'closedOn', name: '销号日期', type: 'date' },
]

/** 整改台账 as a ledger that figures are counted from: the same columns in every province. */
export const RECTIFICATION_LEDGER = {
  name: '督导整改',
  title: 'problem',
  columns: COLUMNS,
} as const satisfies LedgerOutline

/** A rectification as a row of it; one that is not asked for any more is none. */
export function rectificationRow({
  id,
  version,
  title,
  status,
  dueOn,
  fields,
}: ListRowOf<'rectification'>): LedgerRow | undefined {
  if (status === 'cancelled') return undefined
  const { problem, level, measureKind, documentNumber, issuedOn, round, repeated, overdueOn, closedOn } = fields
  const yesNo = (is: boolean): string => (is ? 'yes' : 'no')
  return {
    id,
    version,
    from: issuedOn,
    cells: {
      problem,
      target: title,
      level,
      kind: measureKind,
      issuedOn,
      status,
      round: String(round),
      repeated: yesNo(repeated),
      overdue: yesNo(overdueOn !== undefined),
      ...(documentNumber === undefined ? {} : { number: documentNumber }),
      ...(dueOn === null ? {} : { dueOn }),
      ...(closedOn === undefined ? {} : { closedOn }),
    },
  }
}
