import type { draftScheme as operation } from '@anjie/contracts/operations/schemes'
import { SchemeId } from '@anjie/contracts/vocabulary/ids'
import { draftScheme as decide } from '@anjie/domain/assessments/draftScheme'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { createScheme } from './createScheme.ts'
import { ownProvince } from './ownProvince.ts'

export const draftScheme: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const province = ownProvince(context)
  if (!province.ok) return province
  const id = SchemeId.parse(`${province.value}.${context.newId()}`)
  return createScheme(context, decide({ id, province: province.value }, body.scheme, context.now))
}
