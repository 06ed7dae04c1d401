import type { OPERATIONS } from '@anjie/contracts/operations/index'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { SchemeGroup } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useState } from 'react'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { Button } from '../../../ui/Button.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { assignTo, spreadOver } from './assignGroups.ts'

type Candidate = Answer<(typeof OPERATIONS)['listCandidates']>['candidates'][number]

/** A province has three thousand townships; so many rows are drawn, and the filters reach the others. */
const MOST_ROWS = 300

/** Codes are nested: a county's and its units' begin with the city's. */
const cityOf = ({ code }: Candidate): string => cityCodeOf(code)

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
  const [city, setCity] = useState('')
  const [search, setSearch] = useState('')
  const [county, setCounty] = useState('')
  const cities = [...new Map(candidates.map((each) => [cityOf(each), each.cityName]))]
  const inCity = candidates.filter((each) => city === '' || cityOf(each) === city)
  const isBelowCounty = candidates.some((each) => each.county !== null && each.code !== each.county)
  const counties = isBelowCounty ? [...new Map(inCity.map((each) => [each.county ?? '', each.countyName]))] : []
  const shown = inCity.filter(
    (each) => (county === '' || each.county === county) && (search === '' || each.name.includes(search)),
  )
  const pickedCodes = candidates.filter((each) => picked.has(each.code)).map((each) => each.code)
  const taking = [...assigned.values()]
  const perGroup = groups.map((group) => `${group.name}${taking.filter((code) => code === group.code).length}`)
  const allShownPicked = shown.length > 0 && shown.every((each) => picked.has(each.code))

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
        {cities.length > 1 && (
          <select
            className="plain"
            style={{ minHeight: 32 }}
            aria-label={words.chooseCity}
            value={city}
            onChange={(event) => {
              setCity(event.target.value)
              setCounty('')
            }}
          >
            <option value="">{words.chooseCity}</option>
            {cities.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
        {counties.length > 1 && (
          <select
            className="plain"
            style={{ minHeight: 32 }}
            aria-label={words.chooseCounty}
            value={county}
            onChange={(event) => setCounty(event.target.value)}
          >
            <option value="">{words.chooseCounty}</option>
            {counties.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
        <SearchField label={words.search(kindName)} onSearch={setSearch} />
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
                      shown.map((each) => each.code),
                      event.target.checked,
                    )
                  }
                />
              </th>
              <th scope="col">{isBelowCounty ? words.county : words.city}</th>
              <th scope="col">{kindName}</th>
              <th scope="col">{words.group}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, MOST_ROWS).map((each) => (
              <tr key={each.code} className={picked.has(each.code) ? 'picked' : ''}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.pick(each.name)}
                    checked={picked.has(each.code)}
                    onChange={(event) => pick([each.code], event.target.checked)}
                  />
                </td>
                <td>{isBelowCounty ? each.countyName : each.cityName}</td>
                <th scope="row">{each.name}</th>
                <td>
                  <select
                    className="plain"
                    data-testid={`group-${each.code}`}
                    aria-label={words.groupOf(each.name)}
                    value={assigned.get(each.code) ?? ''}
                    onChange={(event) =>
                      onAssign(
                        assignTo(assigned, [each.code], event.target.value === '' ? undefined : event.target.value),
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
      {shown.length > MOST_ROWS && <p className="quiet small">{words.moreRows(shown.length, MOST_ROWS)}</p>}
    </div>
  )
}
