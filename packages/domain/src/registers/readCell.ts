import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import { Decimal, err, ok, type Result, textFault, textKey, tidyText } from '@anjie/kernel'
import { sensitiveIn } from './sensitive.ts'

/** Units that a cell may name, by id and by every name under which one is known (`textKey`). */
export interface KnownUnits {
  readonly byId: ReadonlyMap<string, NamedUnit>
  readonly byName: ReadonlyMap<string, readonly NamedUnit[]>
}

export interface NamedUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export interface ReadCell {
  /** Undefined: it is left empty. */
  readonly cell: string | undefined
  /** Of a unit: what it is called. */
  readonly name?: string
}

const LONGEST = 100
/** The county itself, in a column of places. */
export const COUNTY_ITSELF = 'county'
const COUNTY_WORDS = ['county', '本县', '县本级', '县级']
const PLACE_KINDS = ['township', 'village', 'community']

/** A cell as it is kept, from what was typed, pasted or read; the refusal names the column and says what stands there instead. */
export function readCell(column: RegisterColumn, given: string, units: KnownUnits): Result<ReadCell, string> {
  const text = tidyText(given)
  if (text === '') return ok({ cell: undefined })
  const odd = textFault(text, 'line')
  if (odd !== undefined) return err(`${column.name}：${odd}`)
  const never = sensitiveIn(text)
  if (never !== undefined) return err(`${column.name}中有${never}，台账不收，请删去`)
  switch (column.type) {
    case 'text':
      return readText(column, text)
    case 'integer':
    case 'decimal':
      return readFigure(column, text)
    case 'date':
      return readDay(column, text)
    case 'choice':
      return readChoice(column, text)
    case 'yesNo':
      return readYesNo(column, text)
    case 'place':
      return COUNTY_WORDS.includes(text)
        ? ok({ cell: COUNTY_ITSELF, name: '本县' })
        : readUnit(column, PLACE_KINDS, text, units)
    case 'unit':
      return readUnit(column, column.unitKinds ?? [], text, units)
  }
}

function readText({ name, longest = LONGEST }: RegisterColumn, text: string): Result<ReadCell, string> {
  const length = [...text].length
  return length > longest ? err(`${name}最多${longest}个字，填写了${length}个字`) : ok({ cell: text })
}

const FULL_WIDTH = /[０-９．－，]/g
const FIGURE = /^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/

function readFigure(column: RegisterColumn, text: string): Result<ReadCell, string> {
  const { name, type, measure = '', least = type === 'integer' ? '0' : undefined, most, digits = 2 } = column
  // As it is typed and copied: full-width figures, separators of thousands, the measure behind.
  const plain = text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(measure, '')
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
    .trim()
  if (!FIGURE.test(plain)) return err(`${name}应为${type === 'integer' ? '整数' : '数字'}，填写的是“${text}”`)
  const figure = new Decimal(plain)
  const places = (plain.split('.')[1] ?? '').replace(/0+$/, '').length
  const allowed = type === 'integer' ? 0 : digits
  if (places > allowed)
    return err(allowed === 0 ? `${name}应为整数，填写的是${text}` : `${name}最多${allowed}位小数，填写的是${text}`)
  if (least !== undefined && figure.lt(least)) return err(`${name}不能小于${least}，填写的是${text}`)
  if (most !== undefined && figure.gt(most)) return err(`${name}不能大于${most}，填写的是${text}`)
  const kept = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
  return ok({ cell: kept === '-0' ? '0' : kept })
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

function readDay({ name }: RegisterColumn, text: string): Result<ReadCell, string> {
  const [, year, month = '', date = ''] = DAY.exec(text) ?? []
  const day = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day.success ? ok({ cell: day.data }) : err(`${name}应为日期，如2026-03-02，填写的是“${text}”`)
}

function readChoice({ name, choices = [] }: RegisterColumn, text: string): Result<ReadCell, string> {
  const key = textKey(text)
  const choice = choices.find((each) => each.code === text || textKey(each.name) === key)
  if (choice === undefined || choice.ended === true) {
    const offered = choices.filter(({ ended }) => ended !== true).map((each) => each.name)
    return err(`${name}应选${offered.join('、')}，填写的是“${text}”`)
  }
  return ok({ cell: choice.code })
}

const YES = ['yes', '是', '有', '√', '1', 'y']
const NO = ['no', '否', '无', '×', '0', 'n']

function readYesNo({ name }: RegisterColumn, text: string): Result<ReadCell, string> {
  const key = textKey(text)
  if (YES.includes(key)) return ok({ cell: 'yes' })
  if (NO.includes(key)) return ok({ cell: 'no' })
  return err(`${name}应填“是”或“否”，填写的是“${text}”`)
}

function readUnit(
  { name }: RegisterColumn,
  kinds: readonly string[],
  text: string,
  units: KnownUnits,
): Result<ReadCell, string> {
  const found = units.byId.get(text)
  const named = found === undefined ? (units.byName.get(textKey(text)) ?? []) : [found]
  const fitting = named.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const [unit, second] = fitting
  if (unit === undefined) return err(`${name}“${text}”不在本县登记的单位中，请核对名称或先登记单位`)
  if (second !== undefined) return err(`${name}“${text}”有${fitting.length}个同名单位，请从列表中选择`)
  return ok({ cell: unit.id, name: unit.name })
}
