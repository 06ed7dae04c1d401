import type { publishScheme as operation } from '@anjie/contracts/operations/schemes'
import { publishScheme as decide } from '@anjie/domain/schemes/publishScheme'
import { publicationFindings } from '@anjie/domain/submissions/publicationFindings'
import { findingsOnLedgers } from '../counting/ledgerDefinitions.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeScheme } from './changeScheme.ts'

export const publishScheme: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeScheme(context, params.schemeId, async (state) =>
    decide(
      state,
      body.as,
      [...publicationFindings(state.scheme), ...(await findingsOnLedgers(context.store, state))],
      context.member,
      context.now,
    ),
  )
