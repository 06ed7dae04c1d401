import { yearOf } from '@anjie/calendar-cn/plainDays'
import type { LedgerColumn, LedgerOutline, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { holdingsIn } from './holdingsIn.ts'
import { POST_KINDS } from './kinds/index.ts'
import { yearSpan } from './vacancies.ts'

const COLUMNS: LedgerColumn[] = [
  { code: 'post', name: '岗位', type: 'text' },
  {
    code: 'kind',
    name: '岗位类型',
    type: 'choice',
    choices: DUTY_POST_KINDS.map((code) => ({ code, name: POST_KINDS[code].name })),
  },
  { code: 'township', name: '乡镇（街道）', type: 'text' },
  { code: 'filled', name: '在任', type: 'yesNo' },
  { code: 'deputy', name: '党委副书记担任', type: 'yesNo' },
  { code: 'since', name: '任职或空缺起始日', type: 'date' },
  { code: 'vacantDays', name: '本年累计空缺天数', type: 'integer' },
]

/** 岗位 as a ledger that figures are counted from. No column names a holder. */
export const DUTY_POST_LEDGER = {
  name: '岗位',
  title: 'post',
  columns: COLUMNS,
} as const satisfies LedgerOutline

/** A post as it was on a day: there on that day alone, so that each period counts its own. None where it did not stand. */
export function dutyPostRow(
  { id, version, title, fields }: ListRowOf<'duty-post'>,
  day: PlainDate,
): LedgerRow | undefined {
  const { terms, held, postKind, townshipName } = fields
  const stood = { terms, holdings: held }
  const today = holdingsIn(stood, { from: day, to: day })
  if (today.days === 0) return undefined
  const year = holdingsIn(stood, { from: yearSpan(yearOf(day)).from, to: day })
  const [holder] = today.holders
  const vacantFrom = year.vacant.at(-1)?.from
  const since = holder?.holding.from ?? vacantFrom
  return {
    id,
    version,
    from: day,
    until: day,
    cells: {
      post: title,
      kind: postKind,
      township: townshipName,
      filled: holder === undefined ? 'no' : 'yes',
      deputy: holder?.holding.deputy === true ? 'yes' : 'no',
      vacantDays: String(year.vacantDays),
      ...(since === undefined ? {} : { since }),
    },
  }
}
