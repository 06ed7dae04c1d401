import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { useState } from 'react'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { exportWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { runWords } from '../../../locales/zh-CN/runs.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { tellFailure } from '../../../ui/told.ts'

interface ExportLeagueButtonProps {
  readonly cycleName: string
  readonly groups: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly LeagueRow[]
  readonly notes: readonly string[]
  readonly seal: string | undefined
}

/** The league table as a workbook with the figures of the screen. The spreadsheet library comes only when it is pressed. */
export function ExportLeagueButton({ cycleName, groups, rows, notes, seal }: ExportLeagueButtonProps) {
  const [working, setWorking] = useState(false)
  const save = async () => {
    setWorking(true)
    try {
      const { leagueWorkbook } = await import('@anjie/documents/leagueWorkbook')
      const title = `${cycleName} ${runWords.title}`
      const bytes = await leagueWorkbook({ title, basis: notes.join(runWords.noteJoin), groups, rows, seal })
      downloadFile(words.tableName(cycleName), 'xlsx', bytes)
    } catch (thrown) {
      console.error(thrown)
      tellFailure(isMissingChunk(thrown) ? commonWords.newVersion : words.failed)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Button
      className="no-print"
      waiting={working}
      aria-label={words.excel}
      data-testid="export-excel"
      onClick={() => void save()}
    >
      {words.excel}
    </Button>
  )
}
