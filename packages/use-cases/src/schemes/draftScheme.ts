import type { draftScheme as operation } from '@anjie/contracts/operations/schemes'
import { schemeIdOf } from '@anjie/domain/schemes/assessor'
import { draftScheme as decide } from '@anjie/domain/schemes/draftScheme'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { createScheme } from './createScheme.ts'
import { ownAssessor } from './ownAssessor.ts'

export const draftScheme: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const id = schemeIdOf(assessor.value, body.scheme.subjectKind, context.newId())
  return createScheme(context, decide(id, assessor.value, body.scheme, context.now))
}
