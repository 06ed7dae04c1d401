import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import type { CarriedOut, CommandOutcome } from '@anjie/use-cases/ports'

const KEY = /^[\w.~-]{8,128}$/

/** The caller's own number for this one action. */
export function readIdempotencyKey(header: string | undefined): Result<string, Problem> {
  return header !== undefined && KEY.test(header)
    ? ok(header)
    : err({ code: 'idempotency-key-required', detail: '请求头 Idempotency-Key 应为8至128位字母、数字或 . _ ~ -' })
}

/**
 * Carries a command out once. A repeat, also one that runs at the same moment, gets the answer that was recorded; the same
 * key for another request is refused. One that starts from a version of its record is done already only where the record has moved
 * on: it looks for its receipt then, and not before.
 */
export async function onceOnly(
  store: CommandStore,
  requestHash: string,
  carryOut: () => Promise<Result<CarriedOut, Problem>>,
  startsFromVersion = false,
): Promise<Result<{ readonly outcome: CommandOutcome; readonly repeated: boolean }, Problem>> {
  // The command reads meanwhile; its first commit waits until the receipt was looked for, and writes nothing when there is one.
  const [looked, carried] = await Promise.allSettled([
    startsFromVersion ? undefined : answered(store, requestHash),
    carryOut(),
  ])
  if (looked.status === 'rejected') throw looked.reason
  if (looked.value !== undefined) return looked.value
  if (carried.status === 'rejected') throw carried.reason
  const result = carried.value
  // Refused, because a twin was quicker and the record has moved on: the twin's answer is this call's answer.
  if (!result.ok) return (await answered(store, requestHash)) ?? result
  const recorded = store.recorded() ?? (result.value.unchanged ? result.value : undefined)
  if (recorded === undefined) throw new Error('the command recorded no fact and no receipt')
  return ok({ outcome: recorded, repeated: false })
}

async function answered(store: CommandStore, requestHash: string) {
  const receipt = await store.findReceipt()
  if (receipt === undefined) return undefined
  if (receipt.requestHash === requestHash) return ok({ outcome: receipt.outcome, repeated: true })
  const reused: Problem = { code: 'idempotency-key-reused', detail: '同一操作编号不能用于不同的内容' }
  return err(reused)
}
