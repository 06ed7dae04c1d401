import { writeFileSync } from 'node:fs'
import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import * as scheme from '@anjie/contracts/vocabulary/schemes/scheme'
import * as scoring from '@anjie/contracts/vocabulary/scoring/index'
import { DataPeriod, ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { z } from 'zod'
import { inProject } from '../paths.ts'

/** Where the schema of scheme files is kept, beside the contract of the API. */
export const schemeSchemaPath = inProject('contracts/scheme.schema.json')

/** Every exported type of the vocabulary under its own name, so that each is written once and can be found. */
function named(): z.core.$ZodRegistry<{ id?: string | undefined }> {
  const registry = z.registry<{ id?: string | undefined }>()
  const exported = Object.entries({ DataPeriod, DecimalText, ItemValueStatus, ...scheme, ...scoring })
  for (const [name, value] of exported.sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (value instanceof z.ZodType && name !== 'Scheme') registry.add(value, { id: name })
  }
  return registry
}

/** JSON Schema (draft 2020-12) of a scheme file, generated from the contracts; deterministic. */
export function schemeSchema(): string {
  const schema = z.toJSONSchema(scheme.Scheme, { io: 'input', metadata: named(), reused: 'inline' })
  const titled = { $schema: schema.$schema, title: '安阶考评方案 anjie-scheme/1', ...schema }
  return `${JSON.stringify(titled, null, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(schemeSchemaPath, schemeSchema())
  console.log(`wrote ${schemeSchemaPath}`)
}
