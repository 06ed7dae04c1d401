import { z } from 'zod'
import { ColumnCode, RegisterCode } from '../../registers/register.ts'
import { line } from '../../text.ts'

/** 台账登记: a row of a register that the unit keeps anyway. `column`: the day of the row; without it the day from which it stands, or its period. */
export const RegisterProof = z.strictObject({
  kind: z.literal('register'),
  register: RegisterCode,
  name: line({ min: 1, max: 60 }),
  column: ColumnCode.optional(),
})
