import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { Register, RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import type { RegisterRow } from '@anjie/contracts/vocabulary/registers/registerRow'
import { cellText } from '../counting/cellText.ts'

/** Fields beside the register's own columns. */
export const REGISTER_FIELDS = { row: 'row', holder: 'holder', from: 'from', until: 'until' } as const

const LONGEST_CODE = 120

/** Field of a column: no code of a column stands for one of the fields beside them. */
export const columnField = (code: string): string => `col-${code}`

/** 台账 as a sheet: one row a row, its columns as the register has them. `ofUnits`: rows of units are filled in by their county. */
export function registerForm(
  register: Pick<Register, 'term' | 'key'>,
  columns: readonly RegisterColumn[],
  about: {
    readonly title: string
    readonly ofUnits: boolean
    readonly notes?: readonly string[]
  },
): IntakeForm {
  const key = new Set<string>(register.key)
  return {
    code: 'register',
    name: about.title.slice(0, 60),
    notes: ['一行一项；空着的格子不改动已填的内容，新增的行“系统编号”留空。', ...(about.notes ?? [])],
    fields: [
      ...(about.ofUnits
        ? [
            {
              code: REGISTER_FIELDS.holder,
              name: '填报单位',
              also: ['单位', '所在单位', '乡镇（街道）', '村（社区）'],
              type: 'text' as const,
              longest: 60,
              help: '本县登记的单位；已有的行不必填',
            },
          ]
        : []),
      ...columns
        .filter(({ ended }) => ended === undefined)
        .map(
          (column): IntakeField => ({ ...fieldOf(column), ...(key.has(column.code) ? { also: [column.code] } : {}) }),
        ),
      ...(register.term === 'standing'
        ? [
            { code: REGISTER_FIELDS.from, name: '起日', also: ['开始日期'], type: 'date' as const },
            { code: REGISTER_FIELDS.until, name: '止日', also: ['结束日期'], type: 'date' as const },
          ]
        : []),
      {
        code: REGISTER_FIELDS.row,
        name: '系统编号',
        type: 'code',
        longest: LONGEST_CODE,
        help: '由系统填写，请不要改动',
      },
    ],
  }
}

function fieldOf(column: RegisterColumn): IntakeField {
  const { code, name, type, help = '', measure = '', required } = column
  const common = {
    code: columnField(code),
    name,
    ...(help === '' ? {} : { help }),
    ...(required ? { expected: true } : {}),
  }
  switch (type) {
    case 'text':
      return { ...common, type: 'text', longest: column.longest ?? 100 }
    case 'integer':
    case 'decimal':
      return {
        ...common,
        type: type === 'integer' ? 'whole' : 'decimal',
        ...(measure === '' ? {} : { unit: measure }),
      }
    case 'date':
      return { ...common, type: 'date' }
    case 'choice':
      return {
        ...common,
        type: 'choice',
        choices: (column.choices ?? [])
          .filter(({ ended }) => ended === undefined)
          .map((choice) => ({ code: choice.code, name: choice.name })),
      }
    case 'yesNo':
      return { ...common, type: 'yes-no' }
    case 'place':
    case 'unit':
      return {
        ...common,
        type: 'text',
        longest: 60,
        help: help === '' ? (type === 'place' ? '本县，或登记的乡镇、村' : '本县登记的单位名称') : help,
      }
  }
}

type Values = [string, string | boolean][]

/** A row as it stands in the sheet. */
export function registerRowValues(
  columns: readonly RegisterColumn[],
  row: RegisterRow,
  holderName: string | undefined,
): Values {
  const field = REGISTER_FIELDS
  return [
    ...(holderName === undefined ? [] : ([[field.holder, holderName]] as Values)),
    ...columns.flatMap((column): Values => {
      const cell = row.cells[column.code]
      if (cell === undefined || column.ended !== undefined) return []
      if (column.type === 'yesNo') return [[columnField(column.code), cell === 'yes']]
      // A choice stands there by its code, and the template writes its name.
      return [[columnField(column.code), column.type === 'choice' ? cell : cellText(column, row)]]
    }),
    ...(row.from === undefined ? [] : ([[field.from, row.from]] as Values)),
    ...(row.until === undefined ? [] : ([[field.until, row.until]] as Values)),
    [field.row, row.id],
  ]
}
