import type { concludeAppeal as operation } from '@anjie/contracts/operations/appeals'
import { concludeAppeal as decide } from '@anjie/domain/appeals/concludeAppeal'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeAppeal } from './changeAppeal.ts'

export const concludeAppeal: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeAppeal(context, params.appealId, (state) => decide(state, body.statement, context.member, context.now))
