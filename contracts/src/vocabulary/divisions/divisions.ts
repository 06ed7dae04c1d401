import { z } from 'zod'
import { PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { PlaceReading } from './placeReading.ts'

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

/** 级别: the four steps of the ladder that this province can climb by itself, lowest first, and the national one above. */
export const LEVELS = ['county', 'city', 'province'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

const DivisionName = line({ min: 1, max: 60 })

/** 区划沿革: 更名（含改设、换代码）, 合并, 分设. */
export const DIVISION_CHANGE_KINDS = ['renamed', 'merged', 'split'] as const
export const DivisionChangeKind = z.enum(DIVISION_CHANGE_KINDS)
export type DivisionChangeKind = z.infer<typeof DivisionChangeKind>

export const DivisionChangeId = z
  .string()
  .regex(/^\d{2}\.[0-9A-HJKMNP-TV-Z]{26}$/, '编号格式不对')
  .brand<'DivisionChangeId'>()
export type DivisionChangeId = z.infer<typeof DivisionChangeId>

/** 批准文号, or in a few words who approved. */
export const ApprovalReference = line({ min: 2, max: 80 })

/** A county as it was called then. */
const NamedCounty = z.object({ code: CountyCode, name: DivisionName })

/**
 * What the province recorded: since `on`, `from` is `to`. A county that stands on both sides goes on under its code; one that
 * stands in `from` only ceased the day before. Both sides keep the names of that day.
 */
export const DivisionChange = z.object({
  id: DivisionChangeId,
  kind: DivisionChangeKind,
  on: PlainDate,
  approvalReference: ApprovalReference,
  from: z.array(NamedCounty).min(1).max(20),
  to: z.array(NamedCounty).min(1).max(20),
})
export type DivisionChange = z.infer<typeof DivisionChange>

/** A change as it is read: one that came with a loaded tree has neither number nor approval. */
export const KnownDivisionChange = DivisionChange.partial({ id: true, approvalReference: true })
export type KnownDivisionChange = z.infer<typeof KnownDivisionChange>

/** Where a county's tile stands in the tile grid; the first column and row are 0. */
export const TilePlace = z.strictObject({
  code: CountyCode,
  column: z.int().min(0).max(59),
  row: z.int().min(0).max(59),
})
export type TilePlace = z.infer<typeof TilePlace>

/** 曾用名, by which old lists know it. */
const formerNames = z.array(DivisionName).max(10).optional()

/**
 * 行政区划 of one province: its cities and counties. A tenant exists for every county that was taken on board. A county that
 * ceased stays, with its last day, because its name stands in old tables and its people read its history.
 */
export const DivisionTree = z.object({
  province: z.object({ code: ProvinceCode, name: DivisionName }),
  cities: z.array(z.object({ code: CityCode, name: DivisionName, formerNames })),
  counties: z.array(
    z.object({
      code: CountyCode,
      name: DivisionName,
      formerNames,
      city: CityCode,
      /** First day, of a county that a recorded change set up. */
      validFrom: PlainDate.optional(),
      /** Last day, of a county that ceased. */
      validTo: PlainDate.optional(),
    }),
  ),
  /** As loaded: since `on`, what `from` was is `to`. A merger has several lines with one `to`, a split several with one `from`. */
  successors: z
    .array(
      z.object({
        from: CountyCode,
        /** As `from` was called, where it is no longer among the counties. */
        name: DivisionName.optional(),
        to: CountyCode,
        on: PlainDate,
      }),
    )
    .optional(),
  /** 地名读音 that the office adds to those that the system knows. */
  readings: z.array(PlaceReading).max(2000).optional(),
  /** As recorded by the province, in the order of recording. */
  changes: z.array(DivisionChange).optional(),
  /** 方格图位置, as the province arranged them; without it one line a city. */
  tiles: z.array(TilePlace).max(400).optional(),
})
export type DivisionTree = z.infer<typeof DivisionTree>
