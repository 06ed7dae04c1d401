import type { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import { csvOf } from '@anjie/documents/csv'
import type { NumberedPostRow } from '@anjie/documents/postsSheet'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'

interface BatchResultsProps {
  readonly rows: readonly NumberedPostRow[]
  readonly results: readonly PostRowResult[]
}

/** What became of each line, the refused ones first; codes are shown and kept as a file this one time. */
export function BatchResults({ rows, results }: BatchResultsProps) {
  const lineOf = ({ row }: PostRowResult): number => rows[row - 1]?.line ?? row
  const ordered = results.toSorted(
    (one, other) => Number(other.outcome === 'refused') - Number(one.outcome === 'refused') || one.row - other.row,
  )
  const count = (outcome: PostRowResult['outcome']) => results.filter((each) => each.outcome === outcome).length
  const save = () =>
    downloadFile(
      `${words.resultFile}.csv`,
      'csv',
      csvOf([
        [words.line, words.person, words.result, words.why, words.code, words.accountNameShort, words.firstPassword],
        ...ordered.map((each) => [
          String(lineOf(each)),
          each.personName,
          words.outcomes[each.outcome],
          each.reason ?? '',
          each.code ?? '',
          each.accountName ?? '',
          each.firstPassword ?? '',
        ]),
      ]),
    )
  return (
    <>
      <div className="row">
        <span role="status">{words.counted(count('invited'), count('renewed'), count('known'), count('refused'))}</span>
        <Button onClick={save}>{words.saveResults}</Button>
      </div>
      <p className="quiet small">
        {words.codeTitle}。{words.codeHint}
      </p>
      <div className="table-scroll" style={{ maxHeight: '50vh' }}>
        <table className="list">
          <caption className="visually-hidden">{words.result}</caption>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.result}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((each) => (
              <tr key={each.row}>
                <td>{lineOf(each)}</td>
                <th scope="row">{each.personName}</th>
                <td>{words.outcomes[each.outcome]}</td>
                <td>
                  {each.reason} {each.code !== undefined && <code data-copied>{each.code}</code>}
                  {each.firstPassword !== undefined && (
                    <>
                      {' '}
                      {each.accountName} {words.firstPassword} <code data-copied>{each.firstPassword}</code>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
