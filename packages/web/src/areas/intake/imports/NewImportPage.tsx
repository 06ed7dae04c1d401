import { IMPORT_LIST_CODES, IMPORT_LISTS, type ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import { mayImport } from '@anjie/domain/intake/importTransitions'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { randomKey } from '../../../app/api/intentKeys.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { postFile } from '../../../app/evidence/postFile.ts'
import { useMe } from '../../../app/me.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'
import { type ApiProblem, asApiProblem } from '../../../ui/apiProblem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

type Sheet = Answer<(typeof OPERATIONS)['getImportSheet']>

const listOf = (code: string | null): ImportListCode | undefined => IMPORT_LIST_CODES.find((each) => each === code)

/** 新建导入: template, what holds where a row says nothing, and the file, which goes to the importer. */
export default function NewImportPage() {
  const me = useMe()
  const [query] = useSearchParams()
  const open = IMPORT_LIST_CODES.filter((code) => !IMPORT_LISTS[code].target && mayImport(code, me))
  const [chosen, setChosen] = useState(listOf(query.get('list')) ?? (open.length === 1 ? open[0] : undefined))
  const target = query.get('target') ?? undefined
  return (
    <>
      <PageHead title={words.newTitle} sub={me.jurisdictionName} back={{ to: '/imports', label: words.back }} />
      <p className="quiet">{words.intro}</p>
      <div className="stack">
        {target === undefined && open.length > 1 && (
          <ChoiceField
            label={words.list}
            value={chosen ?? ''}
            placeholder={words.choose}
            choices={open.map((code) => ({ value: code, label: IMPORT_LISTS[code].name }))}
            onChange={(code) => setChosen(listOf(code))}
          />
        )}
        {chosen === undefined && open.length === 0 && (
          <Empty
            next={
              <>
                <Link to="/submissions">{words.toForms}</Link> · <Link to="/registers">{words.toRegisters}</Link>
              </>
            }
          >
            {words.fromPages}
          </Empty>
        )}
        {chosen !== undefined && <ImportInto key={chosen} list={chosen} target={target} />}
      </div>
    </>
  )
}

function ImportInto({ list, target }: { readonly list: ImportListCode; readonly target: string | undefined }) {
  const of = { list, ...(target === undefined ? {} : { target }) }
  const sheet = useRead(OPERATIONS.getImportSheet, { query: of })
  return <ReadState read={sheet}>{(found) => <SheetSteps sheet={found} of={of} />}</ReadState>
}

interface SheetStepsProps {
  readonly sheet: Sheet
  readonly of: { readonly list: ImportListCode; readonly target?: string }
}

function SheetSteps({ sheet, of }: SheetStepsProps) {
  const fields = sheet.form.fields.filter(({ code }) => sheet.defaults.some(({ field }) => field === code))
  const [defaults, setDefaults] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(sheet.defaults.map(({ field, value = '' }) => [field, value])),
  )
  const { send, percent, problem, isLost } = useSendFile(of, defaults)
  const set = (code: string) => (value: string) => setDefaults((before) => ({ ...before, [code]: value }))
  return (
    <div className="stack">
      <section className="panel stack">
        <h2>{words.stepTemplate}</h2>
        <p>{sheet.about}</p>
        <div className="row">
          <Button onClick={() => void saveTemplate(sheet, [])}>{words.emptyTemplate}</Button>
          {sheet.rows.length > 0 && (
            <Button onClick={() => void saveTemplate(sheet, sheet.rows)}>{words.filledTemplate}</Button>
          )}
        </div>
      </section>
      {fields.length > 0 && (
        <section className="panel stack">
          <h2>{words.stepDefaults}</h2>
          <div className="row top">
            {fields.map(({ code, name, type, help }) =>
              type === 'date' ? (
                <DateField key={code} label={name} value={defaults[code] ?? ''} onChange={set(code)} />
              ) : (
                <TextField
                  key={code}
                  label={name}
                  value={defaults[code] ?? ''}
                  onChange={set(code)}
                  most={80}
                  {...(help === undefined ? {} : { hint: help })}
                />
              ),
            )}
          </div>
        </section>
      )}
      <section className="panel stack">
        <h2>{words.stepFile}</h2>
        <div className="row">
          <FilePicker
            label={words.chooseFile}
            accept=".xlsx,.csv,.txt"
            testId="import-file"
            disabled={percent !== undefined}
            onPick={(file) => void send(file)}
          />
          {percent !== undefined && <span role="status">{words.sending(percent)}</span>}
        </div>
        {isLost && <Callout tone="stop" title={words.notSent} isAlert />}
        {problem !== undefined && <ProblemNotice problem={problem} />}
      </section>
    </div>
  )
}

async function saveTemplate({ about, form, given }: Sheet, rows: Sheet['rows']): Promise<void> {
  const { templateWorkbook } = await import('@anjie/documents/intake/templateWorkbook')
  const bytes = await templateWorkbook({
    form,
    rows: rows.map(({ values, lastYear }) => ({
      values: new Map(values),
      ...(lastYear === undefined ? {} : { lastYear: new Map(lastYear) }),
    })),
    given: new Set(given),
  })
  downloadFile(`${about}${rows.length === 0 ? `（${words.emptyTemplate}）` : ''}.xlsx`, 'xlsx', bytes)
}

/** From the chosen file to the importer: announced, sent straight to the store, handed over; then the batch's own page goes on. */
function useSendFile(of: SheetStepsProps['of'], defaults: Readonly<Record<string, string>>) {
  const api = useApi()
  const navigate = useNavigate()
  const [percent, setPercent] = useState<number | undefined>(undefined)
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const [isLost, setLost] = useState(false)
  const send = async (file: File) => {
    setProblem(undefined)
    setLost(false)
    setPercent(0)
    try {
      const given = Object.entries(defaults).filter(([, value]) => value.trim() !== '')
      const body = {
        ...of,
        fileName: file.name,
        bytes: file.size,
        defaults: given.map(([field, value]) => ({ field, value })),
      }
      const begun = await api.call(OPERATIONS.beginImport, { body }, { idempotencyKey: randomKey() })
      if (!(await postFile(begun.upload, file, setPercent, new AbortController().signal))) return setLost(true)
      const call = { params: { batchId: begun.id }, ifMatch: begun.version }
      await api.call(OPERATIONS.readImport, call, { idempotencyKey: randomKey() })
      await navigate(`/imports/${begun.id}`)
    } catch (thrown) {
      setProblem(asApiProblem(thrown))
    } finally {
      setPercent(undefined)
    }
  }
  return { send, percent, problem, isLost }
}
