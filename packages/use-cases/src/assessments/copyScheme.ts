import type { copyScheme as operation } from '@anjie/contracts/operations/schemes'
import { SchemeId } from '@anjie/contracts/vocabulary/ids'
import { copyScheme as decide } from '@anjie/domain/assessments/copyScheme'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { createScheme } from './createScheme.ts'
import { ownProvince } from './ownProvince.ts'

export const copyScheme: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const province = ownProvince(context)
  if (!province.ok) return province
  const original = await findRecord(context, 'scheme', params.schemeId)
  if (!original.ok) return original
  const id = SchemeId.parse(`${province.value}.${context.newId()}`)
  return createScheme(context, decide(original.value.state, id, body, context.now))
}
