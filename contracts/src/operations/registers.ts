import { z } from 'zod'
import { CityCode, CountyCode } from '../vocabulary/divisions/divisions.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import {
  ColumnCode,
  Register,
  RegisterCode,
  RegisterColumn,
  RegisterDefinition,
  RegisterId,
  RegisterPeriod,
} from '../vocabulary/registers/register.ts'
import { FilledState, Holder, MAX_ROWS_AT_ONCE, RegisterRow, RowId } from '../vocabulary/registers/registerRow.ts'
import { line } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { CASE_READERS } from './readers.ts'

const READERS = [...CASE_READERS, 'unit-reporter'] as const
/** Who fills: the county in all of its registers, a unit its own rows. */
const FILLERS = ['county-admin', 'county-reviewer', 'county-reporter', 'unit-reporter'] as const

const params = z.strictObject({ registerId: RegisterId })
const reason = line({ min: 2, max: 200, tooShort: '请写明理由' })

/** Whose rows, and of which period; without them the caller's own, and the present one. */
const whose = { holder: Holder.optional(), period: RegisterPeriod.optional() }

/** What rows of a register come to, as of about a second ago. */
const Totals = z.object({
  rows: z.int().min(0),
  /** Rows in which a column that must be filled is missing, at least: the most that one column lacks. */
  incomplete: z.int().min(0),
  /** Of units: how many have rows, and how many should. */
  holders: z.int().min(0),
  expected: z.int().min(0).optional(),
  declaredNone: z.int().min(0),
  updatedAt: Instant.optional(),
  filled: z.record(z.string(), z.int()),
  sums: z.record(z.string(), z.string()),
  codes: z.record(z.string(), z.record(z.string(), z.int())),
})

export const listRegisters = operation({
  id: 'listRegisters',
  summary: '台账列表',
  method: 'GET',
  path: '/v1/registers',
  roles: READERS,
  query: z.strictObject({
    /** Whose rows are counted; without it the own county's or unit's. */
    county: CountyCode.optional(),
  }),
  success: z.object({
    /** Where rows were counted. */
    holder: Holder.optional(),
    holderName: z.string().optional(),
    registers: z.array(
      z.object({
        register: LIST_ROWS.register,
        period: RegisterPeriod,
        dueOn: PlainDate.optional(),
        totals: Totals.omit({ filled: true, sums: true, codes: true }).optional(),
      }),
    ),
  }),
})

export const getRegister = operation({
  id: 'getRegister',
  summary: '台账定义',
  method: 'GET',
  path: '/v1/registers/{registerId}',
  roles: READERS,
  params,
  success: recordEnvelope(Register),
})

export const defineRegister = operation({
  id: 'defineRegister',
  summary: '设立台账',
  method: 'POST',
  path: '/v1/registers',
  roles: ['province-admin'],
  body: z.strictObject({ code: RegisterCode, definition: RegisterDefinition }),
  success: CommandReply,
  status: 201,
  problems: ['register-refused', 'register-exists'],
})

export const redefineRegister = operation({
  id: 'redefineRegister',
  summary: '修改台账',
  method: 'PUT',
  path: '/v1/registers/{registerId}',
  roles: ['province-admin'],
  params,
  body: z.strictObject({ definition: RegisterDefinition, reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['register-refused'],
})

export const closeRegister = operation({
  id: 'closeRegister',
  summary: '停用、恢复台账',
  method: 'POST',
  path: '/v1/registers/{registerId}/status',
  roles: ['province-admin'],
  params,
  body: z.strictObject({ status: Register.shape.status, reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

/** 各县填报情况, or in a county those of its units. */
export const listRegisterHolders = operation({
  id: 'listRegisterHolders',
  summary: '台账填报情况',
  method: 'GET',
  path: '/v1/registers/{registerId}/holders',
  roles: READERS,
  params,
  query: z.strictObject({
    period: RegisterPeriod.optional(),
    /** Of the province: whose counties. */
    city: CityCode.optional(),
    /** The last county of the page before. */
    cursor: CountyCode.optional(),
  }),
  success: z.object({
    register: Register,
    period: RegisterPeriod,
    periods: z.array(RegisterPeriod),
    dueOn: PlainDate.optional(),
    holders: z.array(
      z.object({
        holder: Holder,
        name: z.string(),
        place: z.string(),
        totals: Totals,
      }),
    ),
    cursor: CountyCode.optional(),
  }),
})

export const listRegisterRows = operation({
  id: 'listRegisterRows',
  summary: '台账行',
  method: 'GET',
  path: '/v1/registers/{registerId}/rows',
  roles: READERS,
  params,
  query: z.strictObject({
    ...whose,
    /** Rows with this choice, place or unit in a column. */
    column: ColumnCode.optional(),
    value: line({ min: 1, max: 60 }).optional(),
    /** Rows in which a column is missing. */
    missing: ColumnCode.optional(),
    /** Rows in which any text holds this. */
    text: line({ max: 60 }).optional(),
    /** Of standing things: those that were there on a day. */
    on: PlainDate.optional(),
    cursor: z.base64url('翻页的位置格式不对').max(400).optional(),
  }),
  success: z.object({
    register: Register.omit({ columns: true }).extend({ columns: z.array(RegisterColumn) }),
    edition: z.int(),
    holder: Holder,
    holderName: z.string(),
    period: RegisterPeriod,
    periods: z.array(RegisterPeriod),
    dueOn: PlainDate.optional(),
    state: FilledState,
    mayFill: z.boolean(),
    rows: z.array(RegisterRow),
    /** Names of the units whose rows these are, by id. */
    holderNames: z.record(z.string(), z.string()),
    cursor: z.string().optional(),
    /** With the first page. */
    totals: Totals.optional(),
  }),
})

/** A cell as typed; an empty one is emptied, one that is not named stays. */
const GivenCells = z.record(ColumnCode, line({ max: 500 }))

const RowResult = z.object({
  /** Absent of a new row that was refused. */
  row: RowId.optional(),
  version: z.int().optional(),
  result: z.enum(['saved', 'unchanged', 'refused']),
  faults: z.array(z.object({ column: z.string().optional(), detail: z.string() })).optional(),
})

export const saveRegisterRows = operation({
  id: 'saveRegisterRows',
  summary: '保存台账行',
  method: 'POST',
  path: '/v1/registers/{registerId}/rows',
  roles: FILLERS,
  params,
  body: z.strictObject({
    ...whose,
    rows: z
      .array(
        z.strictObject({
          /** Without it, a new row. */
          row: RowId.optional(),
          version: z.int().min(1).optional(),
          cells: GivenCells,
          from: PlainDate.optional(),
          until: PlainDate.optional(),
        }),
      )
      .min(1)
      .max(MAX_ROWS_AT_ONCE),
  }),
  /** One answer for each row, in their order; a repeat of the same request carries none. Refused rows leave the others as they are. */
  success: CommandReply.extend({ results: z.array(RowResult).optional() }),
  problems: ['not-found', 'register-closed', 'value-invalid'],
})

export const removeRegisterRows = operation({
  id: 'removeRegisterRows',
  summary: '撤销台账行',
  method: 'POST',
  path: '/v1/registers/{registerId}/removals',
  roles: FILLERS,
  params,
  body: z.strictObject({
    ...whose,
    rows: z
      .array(z.strictObject({ row: RowId, version: z.int().min(1) }))
      .min(1)
      .max(20),
    reason,
  }),
  success: CommandReply,
  problems: ['not-found', 'register-closed'],
})

export const declareRegisterNone = operation({
  id: 'declareRegisterNone',
  summary: '申报本期无',
  method: 'POST',
  path: '/v1/registers/{registerId}/none',
  roles: FILLERS,
  params,
  body: z.strictObject(whose),
  success: CommandReply,
  problems: ['register-closed', 'transition-not-allowed'],
})

export const getRowHistory = operation({
  id: 'getRowHistory',
  summary: '台账行的变动',
  method: 'GET',
  path: '/v1/register-rows/{rowId}/history',
  roles: READERS,
  params: z.strictObject({ rowId: RowId }),
  success: z.object({
    title: z.string(),
    steps: z.array(
      z.object({
        version: z.int(),
        at: Instant,
        what: z.enum(['added', 'changed', 'removed']),
        personName: z.string(),
        post: z.string(),
        jurisdictionName: z.string(),
        by: z.string().optional(),
        reason: z.string().optional(),
        changes: z.array(z.object({ name: z.string(), from: z.string().optional(), to: z.string().optional() })),
      }),
    ),
    /** There are older ones than are told here. */
    hasEarlier: z.boolean(),
  }),
})
