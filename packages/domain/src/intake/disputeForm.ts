import type { SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { DISPUTE_COLUMNS, type DisputeColumn, headingsAs } from '../disputes/disputeColumns.ts'

const PERSONS: { readonly [C in DisputeColumn]?: NonNullable<IntakeField['persons']> } = {
  parties: 'names',
  identityNumbers: 'numbers',
  phones: 'numbers',
  summary: 'text',
  address: 'text',
}
const LONGEST: { readonly [C in DisputeColumn]?: number } = { summary: 2000, address: 200, parties: 400 }

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
