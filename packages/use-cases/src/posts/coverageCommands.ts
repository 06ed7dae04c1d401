import { beijingDate } from '@anjie/calendar-cn'
import type {
  endDutyPilot as endPilotOperation,
  publishDutyCoverage as publishOperation,
  startDutyPilot as startPilotOperation,
  withdrawDutyCoverage as withdrawOperation,
} from '@anjie/contracts/operations/posts/dutyPosts'
import { endDutyPilot as endPilot, startDutyPilot as startPilot } from '@anjie/domain/posts/dutyPilot'
import { publishCoverage, withdrawCoverage } from '@anjie/domain/posts/publishCoverage'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeCoverage } from './changeCoverage.ts'

export const startDutyPilot: Command<InputOf<typeof startPilotOperation>> = (context, { body }) =>
  changeCoverage(context, (state) => startPilot(state, { ...body, today: beijingDate(context.now), now: context.now }))

export const endDutyPilot: Command<InputOf<typeof endPilotOperation>> = (context, { body }) =>
  changeCoverage(context, (state) => endPilot(state, { ...body, today: beijingDate(context.now), now: context.now }))

export const publishDutyCoverage: Command<InputOf<typeof publishOperation>> = (context) =>
  changeCoverage(context, (state) => publishCoverage(state, context.member, context.now))

export const withdrawDutyCoverage: Command<InputOf<typeof withdrawOperation>> = (context, { body }) =>
  changeCoverage(context, (state) => withdrawCoverage(state, body.reason, context.now))
