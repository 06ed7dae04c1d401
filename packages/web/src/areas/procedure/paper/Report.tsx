import { REPORT_SECTIONS } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { REPORT_SECTION_NAMES } from '@anjie/domain/procedure/procedureNames'
import { useEffect } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useKeptFields } from '../../../app/drafts/useKeptFields.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { mayFill, type PaperCase, type PaperProps } from './paperCase.ts'

interface ReportProps extends PaperProps {
  readonly onUnsaved: (isUnsaved: boolean) => void
}

/** 自评报告: its sections, written here or read, and its evidence. */
export function Report({ found, onUnsaved }: ReportProps) {
  const { report } = found.state
  if (report === undefined) return null
  return (
    <>
      <section className="panel stack">
        <h2>{words.report}</h2>
        {mayFill(found) ? (
          <Writing found={found} sections={report.sections} onUnsaved={onUnsaved} />
        ) : (
          REPORT_SECTIONS.map((section) => (
            <div key={section}>
              <h3>{REPORT_SECTION_NAMES[section]}</h3>
              {report.sections[section] === '' ? (
                <p className="quiet">{words.unwritten}</p>
              ) : (
                <p className="prose">{report.sections[section]}</p>
              )}
            </div>
          ))
        )}
      </section>
      <section className="panel stack">
        <h2>{words.files}</h2>
        <Files found={found} files={report.files} />
      </section>
    </>
  )
}

type Content = NonNullable<PaperCase['state']['report']>

interface WritingProps {
  readonly found: PaperCase
  readonly sections: Content['sections']
  readonly onUnsaved: (isUnsaved: boolean) => void
}

function Writing({ found, sections, onUnsaved }: WritingProps) {
  const { fields, typed, set, offer, settle } = useKeptFields(`procedure-paper/${found.state.id}`, { ...sections })
  const save = useCommand(OPERATIONS.saveReport)
  const isUnsaved = Object.keys(typed).length > 0
  useEffect(() => onUnsaved(isUnsaved), [isUnsaved, onUnsaved])
  return (
    <Form
      className="stack"
      problem={save.problem}
      onSubmit={() => {
        void save
          .run({ params: { paperId: found.state.id }, ifMatch: found.version, body: { sections: fields } })
          .then((reply) => {
            if (reply === undefined) return
            settle()
            tellDone(words.saved)
          })
      }}
    >
      {offer}
      {REPORT_SECTIONS.map((section) => (
        <TextField
          key={section}
          label={REPORT_SECTION_NAMES[section]}
          name={`sections/${section}`}
          value={fields[section]}
          rows={6}
          most={5000}
          onChange={(text) => set({ [section]: text })}
        />
      ))}
      <span className="row end">
        <Button submits isMain={isUnsaved} waiting={save.waiting}>
          {words.verbs.save}
        </Button>
      </span>
    </Form>
  )
}

function Files({ found, files }: { found: PaperCase; files: Content['files'] }) {
  const api = useApi()
  const request = useCommand(OPERATIONS.requestReportFile)
  const attach = useCommand(OPERATIONS.attachReportFile)
  const params = { paperId: found.state.id }
  return (
    <EvidenceFiles
      files={files}
      attaching={mayFill(found) ? { allowed: true } : undefined}
      testId="report-file"
      open={({ id }) => api.call(OPERATIONS.openReportFile, { params: { ...params, evidenceId: id } })}
      request={{ ...request, take: (body) => request.run({ params, ifMatch: found.version, body }) }}
      attach={{
        ...attach,
        confirm: (slot) => attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version }),
      }}
    />
  )
}
