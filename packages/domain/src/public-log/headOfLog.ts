import type { LogHeadPayload, PublicLog } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { bytesOfHex, hexOf } from '@anjie/kernel'
import { rootOfNodes, type Sha256 } from '@anjie/kernel/merkle'

/** 日志摘要, as it is signed: the tree of all lines until now. */
export const headOfLog = (
  log: PublicLog,
  { name, day, at }: { readonly name: string; readonly day: LogHeadPayload['day']; readonly at: string },
  sha256: Sha256,
): LogHeadPayload => ({
  log: name,
  day,
  size: log.size,
  root: hexOf(
    rootOfNodes(
      sha256,
      log.edge.map(({ hash }) => bytesOfHex(hash)),
    ),
  ),
  at,
})
