import type { setHonourType as operation } from '@anjie/contracts/operations/honours'
import { typeId } from '@anjie/domain/honours/recordIds'
import { typeFault } from '@anjie/domain/honours/typeFault'
import { err, ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { allTypes } from './honourTypes.ts'

/** 设定荣誉类型: a new one, or another setting of one that is there. Rounds that are open keep the type that they were opened with. */
export const setHonourType: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, scope, now } = context
  const id = typeId(scope.province, params.honour)
  const [others, found] = await Promise.all([allTypes(store), store.get('honour-type', id)])
  const version = found?.version ?? 0
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const type = { ...body.type, code: params.honour }
  const fault = typeFault(type, others)
  if (fault !== null) return err({ ...fault, pointer: `/type${fault.pointer ?? ''}` })
  const { province } = await context.divisions()
  const outcome = { id, version: version + 1, status: 'set' }
  const written = await store.commit(
    [
      {
        kind: 'honour-type',
        id,
        expectedVersion: version,
        next: { ...type, province: province.code, reason: body.reason, updatedAt: now },
        fact: { type: 'HonourTypeSet', details: { name: type.name, reason: body.reason } },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
