import type { DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { dutyListsDifference } from '@anjie/domain/posts/duty-lists/dutyListsDifference'
import { dutyListsOwner } from '@anjie/domain/posts/duty-lists/dutyListsTransitions'
import { DUTY_LISTS_STATUS_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { DUTY_LIST_NAMES } from '@anjie/domain/posts/duty-lists/listsFault'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { useState } from 'react'
import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { PaperFile } from '../../../app/paper/PaperFile.tsx'
import { PaperSheet } from '../../../app/paper/PaperSheet.tsx'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { ChangesTable } from '../../../ui/ChangesTable.tsx'
import { FormProblem } from '../../../ui/form/FormProblem.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { ListsFields } from './ListsFields.tsx'
import { ListsTables } from './ListsTables.tsx'
import { listsRows } from './listsRows.ts'
import { VersionDialog, type VersionStep } from './VersionDialog.tsx'

type Found = Answer<(typeof OPERATIONS)['getDutyLists']>

/** One version of the four lists: edited while it is a draft, read and printed afterwards. */
export default function DutyVersionPage() {
  const { listsId = '' } = useParams()
  const read = useRead(OPERATIONS.getDutyLists, { params: { listsId } })
  return (
    <ReadState read={read}>
      {(found) => <Version key={listsId} found={found} loadNewest={async () => (await read.refetch()).data} />}
    </ReadState>
  )
}

const contentOf = (state: Found['state']): DutyListsContent => {
  const { name, postKind, isExample, powers, duties, routine, negative } = state
  return { name, postKind, isExample, powers, duties, routine, negative }
}

function Version({ found, loadNewest }: { found: Found; loadNewest: () => Promise<Found | undefined> }) {
  const me = useMe()
  const { state, version, allowed } = found
  const [content, setContent] = useState(() => contentOf(state))
  // The version that the draft on the page was made from; a newer one is never overwritten unseen.
  const [base, setBase] = useState(version)
  const [asked, setAsked] = useState<VersionStep | undefined>(undefined)
  const edit = useCommand(OPERATIONS.editDutyLists)
  const editable = allowed.some(({ action, allowed: may }) => action === 'edit' && may)
  const dirty = JSON.stringify(content) !== JSON.stringify(contentOf(state))
  const save = async () => {
    const reply = await edit.run({ params: { listsId: state.id }, ifMatch: base, body: content })
    if (reply === undefined) return
    setBase(reply.version)
    tellDone(words.saved)
  }
  return (
    <>
      <div className="on-screen">
        <PageHead
          title={state.name}
          back={{ to: '/duty-lists', label: words.back }}
          state={<StateMark tone={toneOf(state.status)}>{DUTY_LISTS_STATUS_NAMES[state.status]}</StateMark>}
          sub={[
            POST_KINDS[state.postKind].name,
            words.levels[state.county === undefined ? 'province' : 'county'],
            state.from === undefined ? '' : `${words.from}${dayText(state.from)}`,
            dirty ? commonWords.unsaved : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        >
          <Button onClick={() => window.print()}>{words.print}</Button>
          <PaperFile
            label={words.file}
            title={state.name}
            fileName={words.fileName(state.name)}
            rows={() => listsRows(state)}
            at={state.updatedAt}
          />
          <ActionBar
            verbs={[
              { action: 'edit', label: words.save, waiting: edit.waiting, onPress: () => void save() },
              {
                action: 'publish',
                label: words.publish,
                kind: 'seal',
                hindered: dirty ? commonWords.unsaved : undefined,
                onPress: () => setAsked('publish'),
              },
              { action: 'copy', label: words.copy, onPress: () => setAsked('copy') },
            ]}
            allowed={allowed}
            turn={turnText(me, dutyListsOwner(state))}
          />
        </PageHead>
        {state.isExample && (
          <Callout tone="due" title={words.example}>
            {words.exampleNote}
          </Callout>
        )}
        {edit.problem !== undefined && (
          <ProblemNotice
            problem={edit.problem}
            onClose={edit.clear}
            onLoadNewest={() => {
              edit.clear()
              void loadNewest().then((newest) => newest !== undefined && setBase(newest.version))
            }}
          />
        )}
        {editable ? (
          <FormProblem problem={edit.problem}>
            <div className="panel stack">
              <ListsFields content={content} onChange={setContent} />
            </div>
          </FormProblem>
        ) : (
          <div className="panel">
            <ListsTables content={state} />
          </div>
        )}
        {state.copiedFrom !== undefined && <Difference copiedFrom={state.copiedFrom} content={content} />}
        <div className="below">
          <CaseTimeline kind="duty-lists" recordId={state.id} page={found} />
        </div>
      </div>
      <PaperSheet title={state.name} rows={listsRows(state)} />
      {asked !== undefined && (
        <VersionDialog
          step={asked}
          found={found}
          loadNewest={() => void loadNewest()}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

/** Against the version that this one was made from: a county's against the province's template. */
function Difference({ copiedFrom, content }: { copiedFrom: string; content: DutyListsContent }) {
  const former = useRead(OPERATIONS.getDutyLists, { params: { listsId: copiedFrom } })
  return (
    <ReadState read={former}>
      {({ state }) => (
        <ChangesTable
          from={state.name}
          changes={dutyListsDifference(state, content).map((change) => ({
            ...change,
            part: `${DUTY_LIST_NAMES[change.list]} ${change.code}`,
          }))}
          testId="duty-lists-difference"
        />
      )}
    </ReadState>
  )
}
