import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { countWords as words } from '../../../locales/zh-CN/honourCounts.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { CellChange, CellReading, TableColumn } from '../../../ui/table/tableColumn.ts'
import { tellDone } from '../../../ui/told.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { PublishCounts } from './PublishCounts.tsx'

type Counts = Answer<(typeof OPERATIONS)['getHonourCounts']>
type Unit = Counts['units'][number]
type Figure = 'households' | 'families'

const read = (_: Unit, typed: string): CellReading => {
  const number = typed.trim() === '' ? undefined : wholeNumber(typed)
  return typed.trim() === '' || (number !== undefined && number >= 0)
    ? { ok: true, text: typed.trim() === '' ? '' : String(number) }
    : { ok: false, reason: words.notWhole }
}

const column = (key: Figure, isMine: boolean): TableColumn<Unit> => ({
  key,
  name: words[key],
  kind: 'figure',
  text: (unit) => (unit[key] === undefined ? '' : String(unit[key])),
  total: (units) => String(units.reduce((sum, unit) => sum + (unit[key] ?? 0), 0)),
  ...(isMine ? { editing: { read } } : {}),
})

/** A cell that is emptied says nothing again. */
function withFigure(unit: Unit, key: string, text: string): Unit {
  const { [key as Figure]: _former, ...rest } = unit
  return text === '' ? rest : { ...rest, [key]: Number(text) }
}

/** A line for each village; who enters types or pastes the figures, somebody else publishes them. */
export function CountsTable({
  found,
  year,
  params,
}: {
  found: Counts
  year: number
  params: { honour: string; year: string }
}) {
  const me = useMe()
  const [units, setUnits] = useState(found.units)
  const [publishing, setPublishing] = useState(false)
  const enter = useCommand(OPERATIONS.enterHonourCounts)
  const isMine = mayCall(me.roles, OPERATIONS.enterHonourCounts)
  const onEdit = (changes: readonly CellChange<Unit>[]) =>
    setUnits((before) =>
      before.map((unit) =>
        changes
          .filter(({ row }) => row.unitId === unit.unitId)
          .reduce<Unit>((now, { column: key, text }) => withFigure(now, key, text), unit),
      ),
    )
  const filled = units.flatMap(({ unitId, households, families }) =>
    households === undefined || families === undefined ? [] : [{ unitId, households, families }],
  )
  return (
    <>
      <DataTable<Unit>
        caption={words.title}
        name=""
        rows={units}
        rowKey={(unit) => unit.unitId}
        empty={words.empty}
        columns={[
          { key: 'unit', name: words.unit, text: (unit) => unit.unitName, isRowHead: true },
          { key: 'township', name: words.township, text: (unit) => unit.townshipName ?? '', filtered: true },
          column('households', isMine),
          column('families', isMine),
        ]}
        {...(isMine ? { onEdit } : {})}
      />
      {enter.problem !== undefined && <ProblemNotice problem={enter.problem} />}
      <div className="row">
        {isMine && (
          <Button
            isMain
            waiting={enter.waiting}
            disabled={filled.length === 0}
            onClick={() => {
              void enter
                .run({ params, ifMatch: found.version, body: { units: filled } })
                .then((reply) => reply !== undefined && tellDone(words.saved))
            }}
          >
            {words.save}
          </Button>
        )}
        {mayCall(me.roles, OPERATIONS.publishHonourCounts) && found.status === 'entered' && (
          <Button isMain onClick={() => setPublishing(true)}>
            {words.publish}
          </Button>
        )}
      </div>
      {publishing && (
        <PublishCounts year={year} version={found.version} params={params} onClose={() => setPublishing(false)} />
      )}
    </>
  )
}
