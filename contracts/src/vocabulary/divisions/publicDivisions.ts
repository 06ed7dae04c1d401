import { z } from 'zod'

/** A place as public lists write it, with the names that it had. */
export const PUBLIC_PLACE = { code: z.string(), name: z.string(), formerNames: z.array(z.string()).optional() }
const place = PUBLIC_PLACE

/** How lists of one province are written: prefectures with their counties inside. Townships are left where they are. */
export const NestedDivisions = z.looseObject({
  province: z.object({ code: z.string(), name: z.string() }),
  readings: z.unknown().optional(),
  prefectures: z.array(z.looseObject({ ...place, counties: z.array(z.looseObject(place)).default([]) })),
})
export type NestedDivisions = z.infer<typeof NestedDivisions>

/** 通行的公开区划表: places with their children, of one province or of all (`pca-code.json` of the statistics). */
const PublicPlace = z.looseObject({
  ...place,
  children: z.array(z.looseObject({ ...place, children: z.array(z.looseObject(place)).default([]) })),
})
export const PublicDivisions = z.union([PublicPlace.transform((one) => [one]), z.array(PublicPlace).min(1)])
export type PublicDivisions = z.infer<typeof PublicDivisions>
