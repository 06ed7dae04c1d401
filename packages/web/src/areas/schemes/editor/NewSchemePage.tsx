import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useId, useReducer, useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { schemeWords as words, workbookWords } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { tellDone } from '../../../ui/told.ts'
import { readWorkbookFile } from '../workbook/readWorkbookFile.ts'
import { SchemeWorkbookTools } from '../workbook/SchemeWorkbookTools.tsx'
import { type SheetFault, SheetFaults } from '../workbook/SheetFaults.tsx'
import { isDirty, reduceEditor, startOf } from './editorState.ts'
import { exampleNames, loadExample } from './examples.ts'
import { SchemeEditor } from './SchemeEditor.tsx'
import { downloadScheme, newScheme, readKeptScheme, schemeOfText } from './schemeFile.ts'

const NEW_SCHEME = 'scheme/new'

/** A new scheme: from a worked example, from text or a file, or from nothing; then the editor. */
export default function NewSchemePage() {
  const [start, setStart] = useState<Scheme | undefined>(undefined)
  return start === undefined ? <Start onStart={setStart} /> : <Draft start={start} />
}

function Start({ onStart }: { onStart: (scheme: Scheme) => void }) {
  const id = useId()
  const { offer } = useKeptDraft({
    form: NEW_SCHEME,
    unsaved: false,
    content: undefined,
    read: readKeptScheme,
    restore: onStart,
  })
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [faults, setFaults] = useState<readonly SheetFault[]>([])
  const readFile = async (file: File) => {
    setProblems([])
    setFaults([])
    if (!/\.xlsx$/i.test(file.name)) return read(await file.text())
    const scheme = await readWorkbookFile(file)
    if (scheme.ok) onStart(scheme.value)
    else setFaults(scheme.error)
  }
  const read = (content: string) => {
    setFaults([])
    const scheme = schemeOfText(content)
    if (scheme.ok) onStart(scheme.value)
    else setProblems(scheme.error)
  }
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/schemes', label: words.back }} />
      {offer}
      <div className="columns">
        <section className="panel stack">
          <h2>{words.fromExample}</h2>
          <p className="quiet small">{words.fromExampleHint}</p>
          <ul className="plain-list">
            {exampleNames().map((example) => (
              <li key={example.path} className="row">
                <span className="grow">{example.name}</span>
                <Button
                  isSmall
                  aria-label={`${words.use} ${example.name}`}
                  onClick={() => {
                    void loadExample(example.path).then((content) => read(JSON.stringify(content)))
                  }}
                >
                  {words.use}
                </Button>
              </li>
            ))}
            <li className="row">
              <span className="grow">{words.fromBlank}</span>
              <Button
                isSmall
                aria-label={`${words.use} ${words.fromBlank}`}
                onClick={() => onStart(newScheme(new Date().getFullYear()))}
              >
                {words.use}
              </Button>
            </li>
          </ul>
        </section>
        <section className="panel stack">
          <h2>
            <label htmlFor={`${id}-text`}>{words.fromPaste}</label>
          </h2>
          <p className="quiet small">{words.fromPasteHint}</p>
          <textarea
            className="control"
            id={`${id}-text`}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button disabled={text.trim() === ''} onClick={() => read(text)}>
              {words.readPasted}
            </Button>
          </div>
        </section>
        <section className="panel stack">
          <h2>{words.fromFile}</h2>
          <p className="quiet small">{words.fromFileHint}</p>
          <div>
            <FilePicker
              label={words.pickFile}
              accept=".json,.xlsx"
              testId="scheme-file"
              onPick={(file) => void readFile(file)}
            />
          </div>
        </section>
      </div>
      {faults.length > 0 && (
        <div className="below">
          <SheetFaults title={workbookWords.faultsTitle(faults.length)} faults={faults} />
        </div>
      )}
      {problems.length > 0 && (
        <section className="panel below" role="alert">
          <h2 className="error-text">{words.cannotRead}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Draft({ start }: { start: Scheme }) {
  const navigate = useNavigate()
  const [state, dispatch] = useReducer(reduceEditor, startOf(start, undefined))
  const draft = useCommand(OPERATIONS.draftScheme)
  const { settle } = useKeptDraft({
    form: NEW_SCHEME,
    unsaved: isDirty(state),
    content: state.scheme,
    read: () => undefined,
    restore: () => undefined,
  })
  const save = async () => {
    const reply = await draft.run({ body: { scheme: state.scheme } })
    if (reply === undefined) return
    settle()
    tellDone(words.saved)
    void navigate(`/schemes/${reply.id}`, { replace: true })
  }
  return (
    <>
      <PageHead title={state.scheme.name || words.newTitle} back={{ to: '/schemes', label: words.back }}>
        <div className="row">
          <Button disabled={state.past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
            {words.undo}
          </Button>
          <Button disabled={state.future.length === 0} onClick={() => dispatch({ type: 'redo' })}>
            {words.redo}
          </Button>
          <Button onClick={() => downloadScheme(state.scheme)}>{words.export}</Button>
          <SchemeWorkbookTools
            scheme={state.scheme}
            editable
            onImport={(scheme) => dispatch({ type: 'replace', scheme })}
          />
          <Button isMain aria-label={words.verbs.edit} waiting={draft.waiting} onClick={() => void save()}>
            {words.draft}
          </Button>
        </div>
      </PageHead>
      {draft.problem !== undefined && <ProblemNotice problem={draft.problem} onClose={draft.clear} />}
      <SchemeEditor state={state} dispatch={dispatch} editable />
    </>
  )
}
