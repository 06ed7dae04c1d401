import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeDifference } from '@anjie/domain/schemes/schemeDifference'
import { useRead } from '../../../app/api/useRead.ts'
import { differenceWords as words } from '../../../locales/zh-CN/difference.ts'
import { ReadState } from '../../../ui/ReadState.tsx'

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
              <div className="table-scroll">
                <table className="list dense">
                  <caption className="visually-hidden">{words.title}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{words.part}</th>
                      <th scope="col">{words.kind}</th>
                      <th scope="col">{words.before}</th>
                      <th scope="col">{words.after}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changes.map((change) => (
                      <tr key={`${change.kind} ${change.part} ${change.before ?? ''} ${change.after ?? ''}`}>
                        <th scope="row">{change.part}</th>
                        <td>{words.kinds[change.kind]}</td>
                        <td>{change.before ?? words.nothing}</td>
                        <td>{change.after ?? words.nothing}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        )
      }}
    </ReadState>
  )
}
