import type {
  closeRegister as closeOperation,
  defineRegister as defineOperation,
  redefineRegister as redefineOperation,
} from '@anjie/contracts/operations/registers'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { type Register, RegisterId } from '@anjie/contracts/vocabulary/registers/register'
import type { Step } from '@anjie/domain/decision'
import { closedRegister, definedRegister, redefinedRegister } from '@anjie/domain/registers/defineRegister'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { CarriedOut, Command, CommandContext } from '../ports.ts'

/** 设立台账 */
export const defineRegister: Command<InputOf<typeof defineOperation>> = async (context, { body }) => {
  const { store, scope, now } = context
  const id = RegisterId.parse(`${scope.province}.${body.code}`)
  const there = await store.get('register', id)
  if (there !== undefined)
    return err({
      code: 'register-exists',
      detail: `代码“${body.code}”已用于台账“${there.state.name}”`,
      pointer: '/code',
    })
  const decision = definedRegister(id, body.code, body.definition, now)
  if (!decision.ok) return within('/definition', decision.error)
  return commit(context, id, 0, decision.value)
}

/** 修改台账 */
export const redefineRegister: Command<InputOf<typeof redefineOperation>> = (context, { params, body }) =>
  change(context, params.registerId, (register) => {
    const decision = redefinedRegister(register, body.definition, body.reason, context.now)
    return decision.ok ? decision : within('/definition', decision.error)
  })

/** 停用、恢复台账 */
export const closeRegister: Command<InputOf<typeof closeOperation>> = (context, { params, body }) =>
  change(context, params.registerId, (register) => closedRegister(register, body.status, body.reason, context.now))

async function change(
  context: CommandContext,
  id: string,
  decide: (register: Register) => Result<Step<'register'>, Problem>,
): Promise<Result<CarriedOut, Problem>> {
  const found = await findRecord(context, 'register', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state)
  return decision.ok ? commit(context, id, version, decision.value) : decision
}

async function commit(
  { store }: CommandContext,
  id: string,
  version: number,
  { next, fact }: Step<'register'>,
): Promise<Result<CarriedOut, Problem>> {
  const outcome = { id, version: version + 1, status: next.status }
  const written = await store.commit([{ kind: 'register', id, expectedVersion: version, next, fact }], outcome)
  return written.ok ? ok(outcome) : written
}

const within = (at: string, { pointer = '', errors, ...problem }: Problem): Result<never, Problem> =>
  err({
    ...problem,
    pointer: at + pointer,
    ...(errors === undefined ? {} : { errors: errors.map((each) => ({ ...each, pointer: at + each.pointer })) }),
  })
