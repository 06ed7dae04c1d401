import type { OPERATIONS } from '@anjie/contracts/operations/index'
import type { SchemeGroup } from '@anjie/contracts/vocabulary/scheme'
import { Button } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { SearchField } from '../../../ui/SearchField.tsx'
import { assignTo, spreadOver } from './assignGroups.ts'

type County = Answer<(typeof OPERATIONS)['listCounties']>['counties'][number]

interface GroupAssignmentProps {
  readonly counties: readonly County[]
  readonly groups: readonly SchemeGroup[]
  readonly assigned: ReadonlyMap<string, string>
  readonly onAssign: (assigned: ReadonlyMap<string, string>) => void
}

/** Which county stands in which group: pick some, set them in one go, or choose row by row. */
export function GroupAssignment({ counties, groups, assigned, onAssign }: GroupAssignmentProps) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [city, setCity] = useState('')
  const [search, setSearch] = useState('')
  const cities = [...new Map(counties.map((county) => [county.city, county.cityName]))]
  const shown = counties.filter(
    (county) => (city === '' || county.city === city) && (search === '' || county.name.includes(search)),
  )
  const pickedCodes = counties.filter((county) => picked.has(county.code)).map((county) => county.code)
  const taking = [...assigned.values()]
  const perGroup = groups.map((group) => `${group.name}${taking.filter((code) => code === group.code).length}`)
  const allShownPicked = shown.length > 0 && shown.every((county) => picked.has(county.code))

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
        <select
          className="plain"
          style={{ minHeight: 32 }}
          aria-label={words.chooseCity}
          value={city}
          onChange={(event) => setCity(event.target.value)}
        >
          <option value="">{words.chooseCity}</option>
          {cities.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <SearchField label={words.search} onSearch={setSearch} />
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
      <div className="table-scroll" style={{ maxHeight: 420, overflow: 'auto' }}>
        <table className="list dense">
          <caption className="visually-hidden">{words.subjects}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: 40 }}>
                <input
                  type="checkbox"
                  aria-label={words.pickAllShown}
                  checked={allShownPicked}
                  onChange={(event) =>
                    pick(
                      shown.map((county) => county.code),
                      event.target.checked,
                    )
                  }
                />
              </th>
              <th scope="col">{words.city}</th>
              <th scope="col">{words.county}</th>
              <th scope="col">{words.group}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((county) => (
              <tr key={county.code} className={picked.has(county.code) ? 'picked' : ''}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.pick(county.name)}
                    checked={picked.has(county.code)}
                    onChange={(event) => pick([county.code], event.target.checked)}
                  />
                </td>
                <td>{county.cityName}</td>
                <th scope="row">{county.name}</th>
                <td>
                  <select
                    className="plain"
                    data-testid={`group-${county.code}`}
                    aria-label={words.groupOf(county.name)}
                    value={assigned.get(county.code) ?? ''}
                    onChange={(event) =>
                      onAssign(
                        assignTo(assigned, [county.code], event.target.value === '' ? undefined : event.target.value),
                      )
                    }
                  >
                    <option value="">{words.notIn}</option>
                    {groups.map((group) => (
                      <option key={group.code} value={group.code}>
                        {group.name}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
