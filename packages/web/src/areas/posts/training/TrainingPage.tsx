import { TRAINING_KIND_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dutyTrainingWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { TrainingDialog } from './TrainingDialog.tsx'

type Found = Answer<(typeof OPERATIONS)['getDutyTraining']>

/** 一次培训 with who attended, as posts: ticked one by one, or by a list of units that is pasted. */
export default function TrainingPage() {
  const { trainingId = '' } = useParams()
  const read = useRead(OPERATIONS.getDutyTraining, { params: { trainingId } })
  return (
    <ReadState read={read}>
      {(found) => <Training key={found.version} found={found} loadNewest={() => void read.refetch()} />}
    </ReadState>
  )
}

function Training({ found, loadNewest }: { found: Found; loadNewest: () => void }) {
  const me = useMe()
  const { state, version, posts } = found
  const [isAmending, setIsAmending] = useState(false)
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(state.attended.map(({ postId }) => postId)))
  const save = useCommand(OPERATIONS.setDutyAttendance)
  const mayChange = mayCall(me.roles, OPERATIONS.setDutyAttendance)
  return (
    <>
      <PageHead
        title={state.title}
        back={{ to: '/duty-trainings', label: words.back }}
        sub={[
          TRAINING_KIND_NAMES[state.kind],
          POST_KINDS[state.postKind].name,
          dayText(state.on),
          `${state.hours}${words.hours}`,
          state.organiser,
        ].join(' · ')}
      >
        {mayChange && <Button onClick={() => setIsAmending(true)}>{words.amend}</Button>}
        {mayChange && (
          <Button
            isMain
            waiting={save.waiting}
            onClick={() => {
              void save
                .run({ params: { trainingId: state.id }, ifMatch: version, body: { posts: [...picked] } } as never)
                .then((reply) => reply !== undefined && tellDone(words.saved))
            }}
          >
            {words.save}
          </Button>
        )}
      </PageHead>
      {save.problem !== undefined && (
        <ProblemNotice
          problem={save.problem}
          onClose={save.clear}
          onLoadNewest={() => {
            save.clear()
            loadNewest()
          }}
        />
      )}
      {mayChange && <ByNames posts={posts} onFound={(ids) => setPicked((before) => new Set([...before, ...ids]))} />}
      <DataTable<Found['posts'][number]>
        caption={words.attendance}
        rows={posts}
        rowKey={({ id }) => id}
        countText={words.attendanceOf(picked.size, posts.length)}
        columns={[
          {
            key: 'unit',
            name: words.unit,
            text: ({ unitName }) => unitName,
            show: ({ id, unitName }) => <Link to={`/duty-posts/${id}/performance`}>{unitName}</Link>,
            isRowHead: true,
          },
          { key: 'township', name: words.township, text: ({ townshipName }) => townshipName, filtered: true },
          {
            key: 'attended',
            name: words.attended,
            text: ({ id }) => (picked.has(id) ? words.attended : ''),
          },
        ]}
        {...(mayChange
          ? {
              picking: {
                picked,
                allLabel: words.all,
                labelOf: ({ unitName }) => words.present(unitName),
                onPick: (keys, isPicked) =>
                  setPicked((before) =>
                    isPicked
                      ? new Set([...before, ...keys])
                      : new Set([...before].filter((key) => !keys.includes(key))),
                  ),
              },
            }
          : {})}
      />
      {isAmending && <TrainingDialog of={found} onClose={() => setIsAmending(false)} />}
    </>
  )
}

/** Names of units, as they stand in a sheet of signatures, one a line. */
function ByNames({ posts, onFound }: { posts: Found['posts']; onFound: (ids: readonly string[]) => void }) {
  const [text, setText] = useState('')
  const [unmatched, setUnmatched] = useState<readonly string[]>([])
  const take = () => {
    const names = text.split(/[\n\t、，,]/).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
    const of = (name: string) =>
      posts.filter(({ unitName, townshipName }) => name === unitName || name === `${townshipName}${unitName}`)
    const unique = names.map((name) => ({ name, found: of(name) }))
    onFound(
      unique.flatMap(({ found: [only, ...others] }) => (only === undefined || others.length > 0 ? [] : [only.id])),
    )
    setUnmatched(unique.filter(({ found }) => found.length !== 1).map(({ name }) => name))
    setText('')
  }
  return (
    <section className="panel stack">
      <TextField label={words.paste} name="names" value={text} rows={2} hint={words.pasteHint} onChange={setText} />
      <span className="row">
        <Button disabled={text.trim() === ''} onClick={take}>
          {words.tick}
        </Button>
      </span>
      {unmatched.length > 0 && <p className="error-text">{words.unmatched(unmatched)}</p>}
    </section>
  )
}
