import { OPERATIONS, type OperationId } from '@anjie/contracts/operations/index'
import {
  type ApiBindings,
  type ApiPlumbing,
  mountOperation,
  type OtherOperations,
  problemAnswer,
  unexpectedAnswer,
} from '@anjie/http'
import { USE_CASES } from '@anjie/use-cases'
import type { UseCaseOf } from '@anjie/use-cases/input'
import type { Command } from '@anjie/use-cases/ports'
import { Hono } from 'hono'

// `keys` of a table that is written out in full: exactly its ids.
const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[]

/** The whole API: every operation of the contract with its use case. The plumbing is AWS's in production and tests' own in tests. */
export function createApi(plumbing: ApiPlumbing): Hono<ApiBindings> {
  const app = new Hono<ApiBindings>()
  for (const id of OPERATION_IDS) mount(app, id, plumbing)
  app.notFound(() => problemAnswer({ code: 'not-found', detail: '没有这个接口' }, plumbing.newCorrelationId()))
  app.onError(() => unexpectedAnswer(plumbing.newCorrelationId()))
  return app
}

function mount<Id extends OperationId>(app: Hono<ApiBindings>, id: Id, plumbing: ApiPlumbing): void {
  // USE_CASES is held to OPERATIONS id by id; the compiler cannot follow that through a loop over the ids.
  const useCase = USE_CASES[id] as UseCaseOf<(typeof OPERATIONS)[Id]>
  mountOperation(app, OPERATIONS[id], useCase, plumbing, otherOperations)
}

/** Commands carry others out by their ids; that it is a command, the type of an id says. */
const otherOperations: OtherOperations = (id) => ({
  operation: OPERATIONS[id],
  useCase: USE_CASES[id] as Command<unknown>,
})
