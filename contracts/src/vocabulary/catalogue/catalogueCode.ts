import { z } from 'zod'

/** 目录代码: given once and never to another item; `PA-017`. */
export const CatalogueCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,10}){0,3}$/, '目录代码应为大写字母、数字和短横线，如“PA-017”')
  .brand<'CatalogueCode'>()
export type CatalogueCode = z.infer<typeof CatalogueCode>

/** Of which edition of which item of the catalogue something is a copy. */
export const CatalogueSource = z.object({ code: CatalogueCode, edition: z.int().min(1).max(9999) })
export type CatalogueSource = z.infer<typeof CatalogueSource>
