import type { OPERATIONS as CONTRACT } from '@anjie/contracts/operations/index'
import type { Operation as Contracted } from '@anjie/contracts/operations/operation'
import asked from '@anjie/contracts/operations.json' with { type: 'json' }

type Asked<O extends Contracted> = Pick<O, 'id' | 'method' | 'path' | 'access' | 'ifMatch'> & {
  /** For the compiler only: what is sent and answered. The schemas themselves come later (`lateContract`). */
  readonly contract?: O
}

/** An operation as the console asks it: its address, who may call it, and the types of its contract. */
export type Operation = Asked<Contracted>
export type ContractOf<O extends Operation> = NonNullable<O['contract']>
export type OperationId = keyof typeof CONTRACT

/**
 * Every operation of the contract without its schemas: those are 50 KB that nobody waits for before the first page. Generated beside
 * `openapi.json`, which is where the compiler's knowledge of each and what stands in the file are the same.
 */
export const OPERATIONS = Object.fromEntries(
  Object.entries(asked).map(([id, operation]) => [id, { id, ...operation }]),
) as unknown as { readonly [Id in OperationId]: Asked<(typeof CONTRACT)[Id]> }
