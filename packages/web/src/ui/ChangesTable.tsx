import { differenceWords as words } from '../locales/zh-CN/difference.ts'
import { Table } from './table/Table.tsx'

interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where. */
  readonly part: string
  readonly before: string | null
  readonly after: string | null
}

/** 版本差异: what a version changes against the one that it was made from, as it would be read out in a meeting. */
export function ChangesTable({ from, changes, testId }: { from: string; changes: readonly Change[]; testId: string }) {
  return (
    <section className="panel" aria-label={words.title} data-testid={testId}>
      <h2>{words.title}</h2>
      <p className="quiet">{words.against(from, changes.length)}</p>
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
            { key: 'before', name: words.before, text: (change) => change.before ?? words.nothing, wraps: true },
            { key: 'after', name: words.after, text: (change) => change.after ?? words.nothing, wraps: true },
          ]}
        />
      )}
    </section>
  )
}
