import { z } from 'zod'

/** 荣誉类型 that come with the system, each with a file of defaults in domain/honours/types; the compiler names what is missing. */
export const DEFAULT_HONOUR_CODES = [
  'six-no-village',
  'peace-township',
  'peace-hospital',
  'peace-campus',
  'fengqiao-police-station',
  'fengqiao-justice-office',
  'peace-family',
  'gold-mediation-room',
  'peace-tripod',
] as const
export type DefaultHonourCode = (typeof DEFAULT_HONOUR_CODES)[number]

/** A province adds types of its own. A code leads the ids of notes and counters, where `county-` and `city-` say a level. */
export const HonourCode = z
  .string()
  .regex(/^(?!county-|city-)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '代码由小写字母、数字和连字符组成')
  .max(40)
export type HonourCode = z.infer<typeof HonourCode>
