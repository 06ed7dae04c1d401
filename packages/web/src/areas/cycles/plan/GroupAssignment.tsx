import type { SchemeGroup } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useState } from 'react'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { assignTo, spreadOver } from './assignGroups.ts'

type Candidate = Answer<(typeof OPERATIONS)['listCandidates']>['candidates'][number]

interface GroupAssignmentProps {
  readonly candidates: readonly Candidate[]
  /** 乡镇（街道）, 县（市、区） … */
  readonly kindName: string
  readonly groups: readonly SchemeGroup[]
  readonly assigned: ReadonlyMap<string, string>
  readonly onAssign: (assigned: ReadonlyMap<string, string>) => void
}

/** Which unit stands in which group: pick some, set them in one go, or choose row by row. */
export function GroupAssignment({ candidates, kindName, groups, assigned, onAssign }: GroupAssignmentProps) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const isBelowCounty = candidates.some((each) => each.county !== null && each.code !== each.county)
  const groupName = (code: string | undefined): string =>
    groups.find((group) => group.code === code)?.name ?? words.notIn
  const pickedCodes = candidates.filter((each) => picked.has(each.code)).map((each) => each.code)
  const taking = [...assigned.values()]
  const perGroup = groups.map((group) => `${group.name}${taking.filter((code) => code === group.code).length}`)

  const pick = (codes: readonly string[], wanted: boolean) => {
    const next = new Set(picked)
    for (const code of codes) {
      if (wanted) next.add(code)
      else next.delete(code)
    }
    setPicked(next)
  }
  const give = (next: ReadonlyMap<string, string>) => {
    onAssign(next)
    setPicked(new Set())
  }

  return (
    <div className="stack">
      <div className="list-tools">
        <span className="quiet">{words.picked(picked.size)}</span>
        {groups.map((group) => (
          <Button
            key={group.code}
            disabled={picked.size === 0}
            onClick={() => give(assignTo(assigned, pickedCodes, group.code))}
          >
            {words.setTo}
            {group.name}
          </Button>
        ))}
        {groups.length > 1 && (
          <Button
            disabled={picked.size === 0}
            onClick={() =>
              give(
                spreadOver(
                  assigned,
                  pickedCodes,
                  groups.map((group) => group.code),
                ),
              )
            }
          >
            {words.spread}
          </Button>
        )}
        <Button disabled={picked.size === 0} onClick={() => give(assignTo(assigned, pickedCodes, undefined))}>
          {words.clearOut}
        </Button>
        <span className="count" role="status">
          {words.pickedIn(assigned.size, perGroup.join('、'))}
        </span>
      </div>
      <DataTable
        caption={words.subjects}
        isDense
        rows={candidates}
        rowKey={({ code }) => code}
        picking={{
          picked,
          onPick: pick,
          labelOf: ({ name }) => words.pick(name),
          allLabel: words.pickAllShown,
        }}
        columns={[
          { key: 'name', name: kindName, text: ({ name }) => name, isRowHead: true },
          {
            key: 'city',
            name: words.city,
            text: ({ cityName }) => cityName,
            filtered: true,
            hidden: isBelowCounty,
          },
          ...(isBelowCounty
            ? [{ key: 'county', name: words.county, text: ({ countyName }: Candidate) => countyName, filtered: true }]
            : []),
          {
            key: 'group',
            name: words.group,
            filtered: true,
            text: ({ code }) => groupName(assigned.get(code)),
            show: (each) => (
              <Choice
                isInline
                data-testid={`group-${each.code}`}
                aria-label={words.groupOf(each.name)}
                value={assigned.get(each.code) ?? ''}
                none={words.notIn}
                choices={groups.map((group) => ({ value: group.code, label: group.name }))}
                onChange={(code) => onAssign(assignTo(assigned, [each.code], code === '' ? undefined : code))}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
