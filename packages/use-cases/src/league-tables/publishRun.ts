import type { publishRun as operation } from '@anjie/contracts/operations/league-tables'
import { publishRun as decide } from '@anjie/domain/league-tables/publishRun'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { releaseRun } from './releaseRun.ts'

export const publishRun: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  releaseRun(context, params.runId, (run, setting) =>
    decide(run, setting, context.member, context.now, body.earlyReason),
  )
