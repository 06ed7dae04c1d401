import type { Part } from '@anjie/contracts/vocabulary/part'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'

/** Reads an immutable side document of a record; undefined when there is none. */
export type PartReader = <C>(kind: RecordKind, recordId: string, part: Part<C>) => Promise<C | undefined>
