import { numberKey } from '@anjie/domain/disputes/caseNumbers'
import { headingsAs } from '@anjie/domain/disputes/disputeColumns'
import { withParties } from '@anjie/domain/disputes/outgoingRows'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { askedIn, listPath } from '../listPath.ts'
import { partiesByNumber } from './partiesByNumber.ts'

type Sheet = Answer<(typeof OPERATIONS)['getOutgoingDisputes']>
type Known = ReadonlyMap<string, ReadonlyMap<string, string>>

/** 这个系统还缺的: its own import file, whose party columns are filled here from the clerk's own file and leave the browser with it alone. */
export default function OutgoingPage() {
  const { system = '' } = useParams()
  const [address] = useSearchParams()
  const query = askedIn(address)
  const read = useRead(OPERATIONS.getOutgoingDisputes, { params: { system }, query: query as never })
  const systems = useRead(OPERATIONS.listDisputeSystems, {})
  const columns = (systems.data?.systems ?? []).map(({ mapping }) => mapping.columns)
  return (
    <ReadState read={read}>
      {(sheet) => (
        <>
          <PageHead
            title={words.outgoingTitle(sheet.name, sheet.lacking)}
            sub={words.sub(dayText(query.from), dayText(query.to), query['township'] ?? words.wholeCounty)}
            back={{ to: listPath(query as never, 'missing-here', system), label: words.missingHere }}
          />
          <Outgoing
            sheet={sheet}
            numberHeadings={columns.map(({ caseNumber }) => caseNumber)}
            nameHeadings={columns.flatMap((each) => headingsAs(each, 'parties'))}
          />
        </>
      )}
    </ReadState>
  )
}

interface OutgoingProps {
  readonly sheet: Sheet
  readonly numberHeadings: readonly string[]
  readonly nameHeadings: readonly string[]
}

function Outgoing({ sheet, numberHeadings, nameHeadings }: OutgoingProps) {
  const [known, setKnown] = useState<Known>(new Map())
  const [fault, setFault] = useState<string | undefined>(undefined)
  const { cells, open } = withParties(sheet, known, numberKey)
  const pick = async (file: File) => {
    const read = await partiesByNumber(file, { numberHeadings, nameHeadings, wanted: sheet.partyHeadings })
    setFault(read.ok ? undefined : read.error)
    if (read.ok) setKnown(read.value)
  }
  const save = async () => {
    const { csvOf } = await import('@anjie/documents/csv')
    downloadFile(`${words.outgoingFile(sheet.name)}.csv`, 'csv', csvOf([sheet.headings, ...cells]))
  }
  return (
    <div className="stack">
      <p className="quiet">{words.outgoingText}</p>
      <div className="row">
        {sheet.partyHeadings.length > 0 && (
          <FilePicker
            label={words.partiesFile}
            accept=".xlsx,.csv,.txt"
            testId="parties-file"
            onPick={(file) => void pick(file)}
          />
        )}
        <Button isMain disabled={sheet.rows.length === 0} onClick={() => void save()}>
          {words.saveOutgoing}
        </Button>
      </div>
      {fault !== undefined && <Callout tone="stop" title={fault} isAlert />}
      {open > 0 && <Callout tone="due" title={words.partiesOpen(open)} />}
      <DataTable<readonly string[]>
        caption={words.outgoingFile(sheet.name)}
        name=""
        rows={cells}
        rowKey={(row) => String(cells.indexOf(row))}
        empty={words.nothingLacking}
        isUnsorted
        columns={sheet.headings.map((heading, at) => ({
          key: `c${at}`,
          name: heading,
          text: (row: readonly string[]) => row[at] ?? '',
          show: (row: readonly string[]) => <code>{row[at] ?? ''}</code>,
        }))}
      />
    </div>
  )
}
