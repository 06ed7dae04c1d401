import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeDifference } from '@anjie/domain/schemes/schemeDifference'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { ChangesTable } from '../../../ui/ChangesTable.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

/** What this version changes against the one that it was copied from. */
export function SchemeDifferencePanel({ copiedFrom, scheme }: { copiedFrom: string; scheme: Scheme }) {
  const former = useRead(OPERATIONS.getScheme, { params: { schemeId: copiedFrom } })
  return (
    <ReadState read={former}>
      {(found) => (
        <ChangesTable
          from={found.state.scheme.name}
          changes={schemeDifference(found.state.scheme, scheme)}
          testId="scheme-difference"
        />
      )}
    </ReadState>
  )
}
