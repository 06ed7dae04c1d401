import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeDifference } from '@anjie/domain/schemes/schemeDifference'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { differenceWords as words } from '../../../locales/zh-CN/difference.ts'
import { ReadState } from '../../../ui/ReadState.tsx'
import { Table } from '../../../ui/table/Table.tsx'

/** What this version changes against the one that it was copied from, as it would be read out in a meeting. */
export function SchemeDifferencePanel({ copiedFrom, scheme }: { copiedFrom: string; scheme: Scheme }) {
  const former = useRead(OPERATIONS.getScheme, { params: { schemeId: copiedFrom } })
  return (
    <ReadState read={former}>
      {(found) => {
        const changes = schemeDifference(found.state.scheme, scheme)
        return (
          <section className="panel" aria-label={words.title} data-testid="scheme-difference">
            <h2>{words.title}</h2>
            <p className="quiet">{words.against(found.state.scheme.name, changes.length)}</p>
            {changes.length > 0 && (
              <Table
                caption={words.title}
                isFramed
                rows={changes}
                rowKey={(change) => `${change.kind} ${change.part} ${change.before ?? ''} ${change.after ?? ''}`}
                columns={[
                  {
                    key: 'part',
                    name: words.part,
                    text: (change) => change.part,
                    show: (change) => <span data-copied>{change.part}</span>,
                    isRowHead: true,
                  },
                  { key: 'kind', name: words.kind, text: (change) => words.kinds[change.kind] },
                  { key: 'before', name: words.before, text: (change) => change.before ?? words.nothing },
                  { key: 'after', name: words.after, text: (change) => change.after ?? words.nothing },
                ]}
              />
            )}
          </section>
        )
      }}
    </ReadState>
  )
}
