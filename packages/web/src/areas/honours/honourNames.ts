import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import { OPERATIONS } from '../../app/api/operations.ts'
import { useRead } from '../../app/api/useRead.ts'
import { mayCall, useMe } from '../../app/me.ts'

/** 荣誉 by their names, those that the province added or called otherwise among them; until they are read by the names they came with. */
export function useHonourNames() {
  const me = useMe()
  const read = useRead(OPERATIONS.listHonourTypes, {}, { enabled: mayCall(me.roles, OPERATIONS.listHonourTypes) })
  const types = read.data?.types ?? []
  return {
    nameOf: (code: HonourCode): string => types.find((type) => type.code === code)?.name ?? honourNameOf(code),
    choices: types.map(({ code, name }) => ({ value: code, label: name })),
  }
}
