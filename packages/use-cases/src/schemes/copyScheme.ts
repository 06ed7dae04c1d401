import type { copyScheme as operation } from '@anjie/contracts/operations/schemes'
import { schemeIdOf } from '@anjie/domain/schemes/assessor'
import { copyScheme as decide } from '@anjie/domain/schemes/copyScheme'
import { isSchemeVisibleTo } from '@anjie/domain/schemes/schemeTransitions'
import { err } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { createScheme } from './createScheme.ts'
import { ownAssessor } from './ownAssessor.ts'

export const copyScheme: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const original = await findRecord(context, 'scheme', params.schemeId)
  if (!original.ok) return original
  if (!isSchemeVisibleTo(context.member, original.value.state)) return err(notFound('scheme'))
  const { subjectKind } = original.value.state.scheme
  const id = schemeIdOf(assessor.value, subjectKind, context.newId())
  return createScheme(context, decide(original.value.state, id, assessor.value, body, context.now))
}
