import type { DisputeColumns, SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'

/** What each column of a mapping is to an import: one field a heading; the code tells which column it is. */
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

const PERSONS: { readonly [C in DisputeColumn]?: NonNullable<IntakeField['persons']> } = {
  parties: 'names',
  identityNumbers: 'numbers',
  phones: 'numbers',
  summary: 'text',
  address: 'text',
}
const LONGEST: { readonly [C in DisputeColumn]?: number } = { summary: 2000, address: 200, parties: 400 }

export const headingsAs = (columns: DisputeColumns, column: DisputeColumn): readonly string[] => {
  const headings = columns[column]
  return headings === undefined ? [] : typeof headings === 'string' ? [headings] : headings
}

/** A heading's field: `parties1`, `parties2` where a role has several. */
export const fieldOfHeading = (column: DisputeColumn, at: number): string => `${column}${at === 0 ? '' : at + 1}`

/** 某系统的导出 as a sheet that the importer reads: the mapped columns and no others, so what is not mapped is never kept. */
export function disputeForm({ system, name, columns }: SystemMapping): IntakeForm {
  return {
    code: `disputes-${system}`,
    name: `${name}导出`.slice(0, 60),
    notes: ['列名以字段对照为准；没有对照的列不读入。', '当事人姓名、证件号、电话读入时变成摘要，原文不保存。'],
    fields: DISPUTE_COLUMNS.flatMap((column) =>
      headingsAs(columns, column).map(
        (heading, at): IntakeField => ({
          code: fieldOfHeading(column, at),
          name: heading,
          type: 'text',
          longest: LONGEST[column] ?? 200,
          expected: true,
          ...(column === 'caseNumber' ? { key: true, required: true } : {}),
          ...(PERSONS[column] === undefined ? {} : { persons: PERSONS[column] }),
        }),
      ),
    ),
  }
}
