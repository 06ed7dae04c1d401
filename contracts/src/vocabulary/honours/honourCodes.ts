import { z } from 'zod'

/** 荣誉类型. Adding one is a file in domain/honours/types and a line here; the compiler names what is missing. */
export const HONOUR_CODES = [
  'six-no-village',
  'peace-township',
  'peace-hospital',
  'peace-campus',
  'fengqiao-police-station',
  'fengqiao-justice-office',
] as const
export const HonourCode = z.enum(HONOUR_CODES)
export type HonourCode = z.infer<typeof HonourCode>
