import type { DisputeColumns } from '@anjie/contracts/vocabulary/disputes/disputeMapping'

/** 对照列 as people read them. */
const COLUMN_WORDS = {
  caseNumber: '编号',
  otherNumbers: '关联编号',
  receivedOn: '受理日',
  township: '乡镇（街道）',
  village: '村（社区）',
  address: '地点',
  kind: '纠纷类型',
  summary: '简要情况',
  organisation: '调解组织',
  amount: '金额',
  outcome: '办理结果',
  agreedOn: '协议日',
  performedOn: '履行日',
  closedOn: '办结日',
  settledOn: '了结日',
  parties: '当事人姓名',
  identityNumbers: '证件号',
  phones: '电话',
} as const satisfies Record<keyof DisputeColumns, string>

export type DisputeColumn = keyof typeof COLUMN_WORDS
export const disputeColumnNames: Readonly<Record<DisputeColumn, string>> = COLUMN_WORDS
// `keys` of a table that is written out in full: exactly its columns.
export const DISPUTE_COLUMNS = Object.keys(COLUMN_WORDS) as readonly DisputeColumn[]

export const headingsAs = (columns: DisputeColumns, column: DisputeColumn): readonly string[] => {
  const headings = columns[column]
  return headings === undefined ? [] : typeof headings === 'string' ? [headings] : headings
}
