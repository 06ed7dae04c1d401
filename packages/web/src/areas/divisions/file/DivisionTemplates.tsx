import { divisionForm, divisionHistoryForm, divisionRowsOf } from '@anjie/domain/intake/divisionForm'
import { divisionFileWords as words } from '../../../locales/zh-CN/divisions.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import type { Divisions } from '../changes/divisions.ts'

const GIVEN = new Set(['city', 'code', 'name'])

/** The two sheets to fill in: places, with those that are there, and what became of places of before. */
export function DivisionTemplates({ found }: { readonly found: Divisions }) {
  const save = async (name: string, form: typeof divisionForm, rows: ReturnType<typeof divisionRowsOf>) => {
    const { templateWorkbook } = await import('@anjie/documents/intake/templateWorkbook')
    downloadFile(`${name}.xlsx`, 'xlsx', await templateWorkbook({ form, rows, given: GIVEN }))
  }
  return (
    <div className="row">
      <Button onClick={() => void save(divisionForm.name, divisionForm, divisionRowsOf(found))}>
        {words.listTemplate}
      </Button>
      <Button onClick={() => void save(divisionHistoryForm.name, divisionHistoryForm, [])}>
        {words.historyTemplate}
      </Button>
    </div>
  )
}
