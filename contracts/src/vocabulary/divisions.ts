import { z } from 'zod'
import { PlainDate } from './plainDate.ts'

/**
 * Division codes (区划代码): two digits name the province, four the city, six the county; GB/T 2260 where there is
 * one. Functional zones have no official code and get one of ours with a letter, such as `9901H1`.
 */
export const ProvinceCode = z
  .string()
  .regex(/^\d{2}$/, '省级代码为2位数字')
  .brand<'ProvinceCode'>()
export type ProvinceCode = z.infer<typeof ProvinceCode>

export const CityCode = z
  .string()
  .regex(/^\d{4}$/, '市级代码为4位数字')
  .brand<'CityCode'>()
export type CityCode = z.infer<typeof CityCode>

export const CountyCode = z
  .string()
  .regex(/^\d{4}[0-9A-Z]\d$/, '县级代码为6位')
  .brand<'CountyCode'>()
export type CountyCode = z.infer<typeof CountyCode>

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

/** 级别: the four steps of the ladder that this province can climb by itself, lowest first, and the national one above. */
export const LEVELS = ['county', 'city', 'province'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

/** 行政区划 of one province: its cities and counties. A tenant exists for every county that was taken on board. */
export const DivisionTree = z.object({
  province: z.object({ code: ProvinceCode, name: z.string().min(1).max(60) }),
  cities: z.array(z.object({ code: CityCode, name: z.string().min(1).max(60) })),
  counties: z.array(z.object({ code: CountyCode, name: z.string().min(1).max(60), city: CityCode })),
  /** 撤并、分设、更名: since `on`, what `from` was is `to`. A merger has several lines with one `to`, a split several with one `from`. */
  successors: z.array(z.object({ from: CountyCode, to: CountyCode, on: PlainDate })).optional(),
})
export type DivisionTree = z.infer<typeof DivisionTree>
