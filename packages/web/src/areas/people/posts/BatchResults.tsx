import type { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import type { NumberedPostRow } from '@anjie/documents/postsSheet'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { Table } from '../../../ui/table/Table.tsx'

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
  const save = async () => {
    // A workbook: codes and first passwords stay what they are, whatever they look like.
    const { tableWorkbook } = await import('@anjie/documents/tableWorkbook')
    const columns = [
      words.line,
      words.person,
      words.result,
      words.why,
      words.code,
      words.accountNameShort,
      words.firstPassword,
    ].map((name) => ({ name, isFigure: name === words.line }))
    const bytes = await tableWorkbook({
      title: words.resultFile,
      columns,
      rows: ordered.map((each) => [
        String(lineOf(each)),
        each.personName,
        words.outcomes[each.outcome],
        each.reason ?? '',
        each.code ?? '',
        each.accountName ?? '',
        each.firstPassword ?? '',
      ]),
    })
    downloadFile(`${words.resultFile}.xlsx`, 'xlsx', bytes)
  }
  return (
    <>
      <div className="row">
        <span role="status">{words.counted(count('invited'), count('renewed'), count('known'), count('refused'))}</span>
        <Button onClick={() => void save()}>{words.saveResults}</Button>
      </div>
      <p className="quiet small">
        {words.codeTitle}。{words.codeHint}
      </p>
      <Table
        caption={words.result}
        isFramed
        isLow
        rows={ordered}
        rowKey={(each) => String(each.row)}
        columns={[
          { key: 'line', name: words.line, text: (each) => String(lineOf(each)) },
          { key: 'person', name: words.person, text: (each) => each.personName, isRowHead: true },
          { key: 'result', name: words.result, text: (each) => words.outcomes[each.outcome] },
          {
            key: 'why',
            name: words.why,
            text: (each) => each.reason ?? '',
            show: (each) => (
              <>
                {each.reason} {each.code !== undefined && <code data-copied>{each.code}</code>}
                {each.firstPassword !== undefined && (
                  <>
                    {' '}
                    {each.accountName} {words.firstPassword} <code data-copied>{each.firstPassword}</code>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
