import type { Sha256 } from '@anjie/kernel/merkle'
import { type IssuingContext, issueCertificates } from '@anjie/use-cases/honours/issueCertificates'
import { extendPublicLog, type LogContext } from '@anjie/use-cases/public-log/extendPublicLog'
import { publishSigningKey } from '@anjie/use-cases/public-log/publishSigningKey'
import type { Signer } from '@anjie/use-cases/public-log/signer'
import { type HeadContext, signLogHead } from '@anjie/use-cases/public-log/signLogHead'

/** What one run did, and what it could not do. */
export interface SignerReport {
  readonly now: string
  /** Certificates that were issued. */
  readonly issued: number
  /** Lines that the log got. */
  readonly logged: number
  /** Whether the day got its head. */
  readonly head: boolean
  readonly failed: readonly { readonly id: string; readonly reason: string }[]
}

export interface SignerContext {
  readonly store: IssuingContext['store'] & LogContext['store'] & HeadContext['store']
  readonly province: string
  readonly site: string
  readonly signer: Signer
  readonly sha256: Sha256
  readonly now: string
}

/** Others write at the same time now and then, not all the time. */
const MAX_TRIES = 20

/**
 * Issues the certificates that wait, adds to the log what was published, and signs the head of the day. Each looks at what waits until
 * now, so a missed run is made up for; each does what it can when another fails.
 */
export async function runSigner(context: SignerContext, mayContinue: () => boolean): Promise<SignerReport> {
  const failed: { id: string; reason: string }[] = []
  const fail = (id: string, error: unknown): void =>
    void failed.push({ id, reason: error instanceof Error ? error.message : 'unknown' })
  const attempt = async <T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      fail(what, error)
      return otherwise
    }
  }
  // The key first: nobody can check what was signed before its key is published.
  await publishSigningKey(context, context.signer)
  const issued = await attempt('certificates', 0, () => issueCertificates(context, fail, mayContinue))
  const logged = await attempt('log', 0, () => logWaiting(context, mayContinue))
  const head = await attempt('head', false, () => signLogHead(context))
  return { now: context.now, issued, logged, head, failed }
}

async function logWaiting(context: SignerContext, mayContinue: () => boolean): Promise<number> {
  let logged = 0
  for (let attempt = 0; attempt < MAX_TRIES && mayContinue(); attempt++) {
    const { added, waiting } = await extendPublicLog(context)
    logged += added
    if (!waiting) return logged
  }
  return logged
}
