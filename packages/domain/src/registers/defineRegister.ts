import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type {
  Register,
  RegisterCode,
  RegisterDefinition,
  RegisterId,
} from '@anjie/contracts/vocabulary/registers/register'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { changeFault, definitionFault } from './definitionFault.ts'

const namesOf = (columns: RegisterDefinition['columns']): string => columns.map(({ name }) => name).join('、')

/** 设立台账 */
export function definedRegister(
  id: RegisterId,
  code: RegisterCode,
  definition: RegisterDefinition,
  now: string,
): Result<Step<'register'>, Problem> {
  const fault = definitionFault(definition)
  if (fault !== undefined) return err(fault)
  return ok({
    next: { ...definition, id, code, status: 'open', updatedAt: now },
    fact: {
      type: 'RegisterDefined',
      details: { name: definition.name, columns: namesOf(definition.columns) },
    },
  })
}

/** 修改台账: what is filled stays readable; a new column is missing in the rows that are there. */
export function redefinedRegister(
  before: Register,
  definition: RegisterDefinition,
  reason: string,
  now: string,
): Result<Step<'register'>, Problem> {
  const fault = definitionFault(definition) ?? changeFault(before, definition)
  if (fault !== undefined) return err(fault)
  return ok({
    next: { ...definition, id: before.id, code: before.code, status: before.status, updatedAt: now },
    fact: {
      type: 'RegisterRedefined',
      details: { name: definition.name, changes: changesBetween(before, definition), reason },
    },
  })
}

/** 停用, 恢复: a closed one is read and not filled. */
export function closedRegister(
  before: Register,
  status: Register['status'],
  reason: string,
  now: string,
): Result<Step<'register'>, Problem> {
  if (before.status === status)
    return err({ code: 'transition-not-allowed', detail: status === 'closed' ? '台账已经停用' : '台账正在使用' })
  return ok({
    next: { ...before, status, updatedAt: now },
    fact: { type: status === 'closed' ? 'RegisterClosed' : 'RegisterReopened', details: { reason } },
  })
}

function changesBetween(before: RegisterDefinition, after: RegisterDefinition): string {
  const changes: string[] = []
  if (before.name !== after.name) changes.push(`改名为“${after.name}”`)
  for (const column of after.columns) {
    const old = before.columns.find(({ code }) => code === column.code)
    if (old === undefined) changes.push(`增加“${column.name}”`)
    else if (old.ended === undefined && column.ended === true) changes.push(`停用“${column.name}”`)
    else if (JSON.stringify(old) !== JSON.stringify(column)) changes.push(`修改“${column.name}”`)
  }
  if (changes.length === 0) changes.push('口径或期限')
  return changes.slice(0, 12).join('；')
}
