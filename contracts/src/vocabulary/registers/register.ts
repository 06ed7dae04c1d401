import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Instant } from '../plainDate.ts'
import { line, lines } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 台账代码 of the province, `centres`: part of every id of its rows, so it never changes. */
export const RegisterCode = z
  .string()
  .regex(/^[a-z][a-z0-9]{1,23}$/, '台账代码为2至24位小写字母和数字，以字母开头')
  .brand<'RegisterCode'>()
export type RegisterCode = z.infer<typeof RegisterCode>

/** `99.centres` */
export const RegisterId = z
  .string()
  .regex(/^\d{2}\.[a-z][a-z0-9]{1,23}$/, '编号格式不对')
  .brand<'RegisterId'>()
export type RegisterId = z.infer<typeof RegisterId>

/** 栏目代码: by it a row keeps its cells, so a column may be renamed and keeps what was filled. */
export const ColumnCode = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,23}$/, '栏目代码为1至24位小写字母和数字，以字母开头')
  .brand<'ColumnCode'>()
export type ColumnCode = z.infer<typeof ColumnCode>

/** `place`: the county itself, a township, village or community of it; `unit`: a registered unit of certain kinds. */
export const COLUMN_TYPES = ['text', 'integer', 'decimal', 'date', 'choice', 'yesNo', 'place', 'unit'] as const
export const ColumnType = z.enum(COLUMN_TYPES)
export type ColumnType = z.infer<typeof ColumnType>

/** 可见范围: everybody who reads the row; the county and the levels above; only who fills it and its county (工作秘密, 值班安排). */
export const COLUMN_VIEWERS = ['everybody', 'above-units', 'filler'] as const
export const ColumnViewers = z.enum(COLUMN_VIEWERS)
export type ColumnViewers = z.infer<typeof ColumnViewers>

/** 选项 by its code; one that is no longer offered stays, because rows have it. */
export const ColumnChoice = z.strictObject({
  code: ColumnCode,
  name: line({ min: 1, max: 40 }),
  ended: z.literal(true).optional(),
})
export type ColumnChoice = z.infer<typeof ColumnChoice>

/** 台账栏目 */
export const RegisterColumn = z.strictObject({
  code: ColumnCode,
  name: line({ min: 1, max: 40 }),
  type: ColumnType,
  /** 计量单位 of a figure. */
  measure: line({ max: 10 }).optional(),
  /** 填写说明 */
  help: line({ max: 200 }).optional(),
  required: z.boolean(),
  choices: z.array(ColumnChoice).max(60).optional(),
  /** Kinds of units that a `unit` column takes. */
  unitKinds: z.array(UnitKind).max(9).optional(),
  least: DecimalText.optional(),
  most: DecimalText.optional(),
  /** Decimal places of a decimal, at most. */
  digits: z.int().min(0).max(6).optional(),
  /** Characters of a text, at most. */
  longest: z.int().min(1).max(500).optional(),
  seenBy: ColumnViewers,
  /** 停用: no longer filled; what rows have in it stays. */
  ended: z.literal(true).optional(),
})
export type RegisterColumn = z.infer<typeof RegisterColumn>

export const MAX_COLUMNS = 40
export const MAX_KEY_COLUMNS = 3

/** How a register is kept: of standing things, with the days on which each began and ended, or anew for each period. */
export const REGISTER_TERMS = ['standing', 'year', 'half-year', 'quarter', 'month'] as const
export const RegisterTerm = z.enum(REGISTER_TERMS)
export type RegisterTerm = z.infer<typeof RegisterTerm>

/** `2026`, `2026-H1`, `2026-Q3`, `2026-05`, as schemes name periods; of a standing register `standing`. */
export const RegisterPeriod = z
  .string()
  .regex(/^(standing|20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)$/, '期间应如 2026、2026-H1、2026-Q3 或 2026-05')
  .brand<'RegisterPeriod'>()
export type RegisterPeriod = z.infer<typeof RegisterPeriod>

/** What the province decides of a register (台账定义); a county's rows follow the newest one. */
export const RegisterDefinition = z.strictObject({
  name: line({ min: 2, max: 40 }),
  /** 口径: what a row stands for, and what is counted in it. */
  about: lines({ max: 600 }),
  /** 依据或出处 of its columns. */
  source: line({ max: 200 }).optional(),
  /** Who has the rows: the county, or each of its units of certain kinds its own. */
  rowsOf: z.enum(['county', 'unit']),
  /** Which units fill, of rows of units. */
  unitKinds: z.array(UnitKind).max(9).optional(),
  term: RegisterTerm,
  /** So many days after its period everything should be there; a standing register has no such day. */
  dueDays: z.int().min(0).max(120).optional(),
  columns: z.array(RegisterColumn).min(1).max(MAX_COLUMNS),
  /** 唯一栏: together they stand once in a county (and period). Without any, rows may be alike. */
  key: z.array(ColumnCode).max(MAX_KEY_COLUMNS),
  /** The column by which a row is named: 哪一个综治中心. */
  title: ColumnCode,
})
export type RegisterDefinition = z.infer<typeof RegisterDefinition>

export const RegisterStatus = z.enum(['open', 'closed'])
export type RegisterStatus = z.infer<typeof RegisterStatus>

/** 台账 of the province: id `<province>.<code>`; its version is the number of its definition. */
export const Register = RegisterDefinition.extend({
  id: RegisterId,
  code: RegisterCode,
  status: RegisterStatus,
  updatedAt: Instant,
})
export type Register = z.infer<typeof Register>
