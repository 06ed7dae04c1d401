import { z } from 'zod'

/** The kinds of unit that are assessed, or that hold an honour. */
export const UNIT_KINDS = [
  'county',
  'township',
  'village',
  'community',
  'department',
  'hospital',
  'campus',
  'police-station',
  'justice-office',
] as const
export const UnitKind = z.enum(UNIT_KINDS)
export type UnitKind = z.infer<typeof UnitKind>
