import type { editScheme as operation } from '@anjie/contracts/operations/schemes'
import { editScheme as decide } from '@anjie/domain/schemes/editScheme'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeScheme } from './changeScheme.ts'

export const editScheme: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeScheme(context, params.schemeId, (state) => decide(state, body.scheme, context.member, context.now))
