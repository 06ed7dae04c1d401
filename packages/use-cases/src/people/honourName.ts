import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { typeId } from '@anjie/domain/honours/recordIds'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import type { HonourName } from '@anjie/domain/people/postDetails'
import { textKey } from '@anjie/kernel'
import { allTypes } from '../honours/honourTypes.ts'
import type { CommandContext, RecordStore } from '../ports.ts'

/** How facts about a post call its honours: as the province set them, else by the name that they came with. */
export async function honourNames(
  { store, scope }: Pick<CommandContext, 'store' | 'scope'>,
  honours: readonly HonourCode[] = [],
): Promise<HonourName> {
  if (honours.length === 0) return honourNameOf
  const idOf = (code: HonourCode): string => typeId(scope.province, code)
  const set = await store.getMany('honour-type', honours.map(idOf))
  return (code) => set.get(idOf(code))?.state.name ?? honourNameOf(code)
}

/** Honours by the name that a line of a list uses. */
export async function honoursByName(store: RecordStore): Promise<ReadonlyMap<string, HonourCode>> {
  const types = await allTypes(store)
  return new Map(types.map(({ code, name }) => [textKey(name), code]))
}
