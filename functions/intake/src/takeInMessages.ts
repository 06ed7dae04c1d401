import { ReceivedObjection } from '@anjie/contracts/vocabulary/objections/objection'
import { type TakenIn, takeInObjection } from '@anjie/use-cases/objections/takeInObjection'
import type { RecordStore } from '@anjie/use-cases/ports'

export interface Intake {
  readonly now: string
  /** A store for one message; each leaves facts of its own. */
  openStore(): RecordStore
  onTakenIn(number: string, outcome: TakenIn): void
  onFailure(messageId: string, reason: string): void
}

interface Messages {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[]
}

/** Takes in each message; the answer names those that have to come again. */
export async function takeInMessages(
  { Records }: Messages,
  { now, openStore, onTakenIn, onFailure }: Intake,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of Records) {
    const read = readMessage(body)
    try {
      if (read === undefined) throw new Error('this is no objection')
      onTakenIn(read.number, await takeInObjection(openStore(), read, now))
    } catch (thrown) {
      onFailure(messageId, thrown instanceof Error ? thrown.message : 'unknown')
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}

function readMessage(body: string): ReceivedObjection | undefined {
  try {
    const read = ReceivedObjection.safeParse(JSON.parse(body))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
