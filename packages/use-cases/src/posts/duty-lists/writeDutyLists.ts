import type {
  copyDutyLists as copyOperation,
  draftDutyLists as draftOperation,
  editDutyLists as editOperation,
  publishDutyLists as publishOperation,
} from '@anjie/contracts/operations/posts/dutyLists'
import { DutyListsId } from '@anjie/contracts/vocabulary/ids'
import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Step } from '@anjie/domain/decision'
import {
  copyDutyLists as copy,
  draftDutyLists as draft,
  editDutyLists as edit,
  publishDutyLists as publish,
} from '@anjie/domain/posts/duty-lists/dutyListsSteps'
import { registerFault } from '@anjie/domain/posts/duty-lists/listsFault'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion } from '../../findRecord.ts'
import type { InputOf } from '../../input.ts'
import type { Command, CommandContext, CommandOutcome } from '../../ports.ts'
import { ownAssessor } from '../../schemes/ownAssessor.ts'
import { rowsInForce } from './versions.ts'
import { visibleLists } from './visibleLists.ts'

async function write(
  { store }: CommandContext,
  expectedVersion: number,
  { next, fact }: Step<'duty-lists'>,
): Promise<Result<CommandOutcome, Problem>> {
  const reply = { id: next.id, version: expectedVersion + 1, status: next.status }
  const written = await store.commit([{ kind: 'duty-lists', id: next.id, expectedVersion, next, fact }], reply)
  return written.ok ? ok(reply) : written
}

async function change(
  context: CommandContext,
  id: string,
  decide: (state: DutyLists) => Result<Step<'duty-lists'>, Problem> | Promise<Result<Step<'duty-lists'>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await visibleLists(context, id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = await decide(state)
  return step.ok ? write(context, version, step.value) : step
}

/** 起草, from nothing. */
export const draftDutyLists: Command<InputOf<typeof draftOperation>> = async (context, { body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const id = DutyListsId.parse(`${assessorCode(assessor.value)}.${context.newId()}`)
  return write(context, 0, draft(id, assessor.value, body, context.now))
}

/** 复制 of a template, or of a former version. */
export const copyDutyLists: Command<InputOf<typeof copyOperation>> = async (context, { params, body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const found = await visibleLists(context, params.listsId)
  if (!found.ok) return found
  const id = DutyListsId.parse(`${assessorCode(assessor.value)}.${context.newId()}`)
  const step = copy(found.value.state, id, assessor.value, body.name, context.member, context.now)
  return step.ok ? write(context, 0, step.value) : step
}

export const editDutyLists: Command<InputOf<typeof editOperation>> = (context, { params, body }) =>
  change(context, params.listsId, (state) => edit(state, body, context.member, context.now))

/** 发布 from a day on. */
export const publishDutyLists: Command<InputOf<typeof publishOperation>> = (context, { params, body }) =>
  change(context, params.listsId, async (state) => {
    const { store } = context
    const registers = await store.getMany(
      'register',
      state.routine.flatMap(({ proof }) => (proof.kind === 'register' ? [`${state.province}.${proof.register}`] : [])),
    )
    const fault = registerFault(
      state,
      new Map([...registers.values()].map(({ state: register }) => [register.code, register])),
    )
    if (fault !== null) return err(fault)
    const rows = await store.listOwn('duty-lists')
    const latest = rowsInForce(rows, state.postKind).at(-1)?.from
    return publish(state, body.from, latest, context.member, context.now)
  })
