import type { closeScheme as operation } from '@anjie/contracts/operations/schemes'
import { closeScheme as decide } from '@anjie/domain/schemes/closeScheme'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeScheme } from './changeScheme.ts'

export const closeScheme: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeScheme(context, params.schemeId, (state) => decide(state, body.reason, context.member, context.now))
