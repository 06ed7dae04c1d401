import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { UNIT_KINDS, UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { commonWords, unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { unitWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import { BELOW_TOWNSHIP } from './belowTownship.ts'
import { ChangeUnitDialog } from './ChangeUnitDialog.tsx'
import { EndUnitDialog } from './EndUnitDialog.tsx'
import { TwinQuestion } from './TwinQuestion.tsx'
import type { Units } from './units.ts'

interface Chosen {
  readonly act: 'change' | 'end'
  readonly unit: Units[number]
}

/** Counties are tenants and not units that one registers. */
const KINDS = UNIT_KINDS.filter((kind) => kind !== 'county')
export default function UnitsPage() {
  const me = useMe()
  const units = useRead(OPERATIONS.listUnits, { query: {} })
  const [registering, setRegistering] = useState(false)
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined)
  return (
    <>
      <PageHead title={words.title} sub={me.jurisdictionName}>
        {mayCall(me.roles, OPERATIONS.registerUnit) && (
          <>
            <ImportLink list="units" />
            <Link className="button" to="/units/sheet">
              {words.bySheet}
            </Link>
            <Button isMain onClick={() => setRegistering(true)}>
              {words.create}
            </Button>
          </>
        )}
      </PageHead>
      <ReadState read={units}>
        {(data) => (
          <>
            <UnitTable
              units={data.units}
              {...(mayCall(me.roles, OPERATIONS.changeUnit) ? { onChoose: setChosen } : {})}
            />
            {chosen?.act === 'change' && (
              <ChangeUnitDialog unit={chosen.unit} units={data.units} onClose={() => setChosen(undefined)} />
            )}
            {chosen?.act === 'end' && (
              <EndUnitDialog unit={chosen.unit} units={data.units} onClose={() => setChosen(undefined)} />
            )}
            {registering && <RegisterDialog units={data.units} onClose={() => setRegistering(false)} />}
          </>
        )}
      </ReadState>
    </>
  )
}

/** One whose successor stands in another register went there; it did not end. */
function standingOf({ validTo, successors, county }: Units[number]): string {
  if (validTo === undefined) return words.current
  return successors.some((id) => countyCodeOf(id) !== county) ? words.moved : words.ended
}

function UnitTable({ units, onChoose }: { units: Units; onChoose?: (chosen: Chosen) => void }) {
  return (
    <DataTable
      caption={words.title}
      name=""
      rows={units}
      rowKey={(unit) => unit.id}
      empty={words.empty}
      columns={[
        {
          key: 'name',
          name: words.name,
          text: nameOf,
          isRowHead: true,
          show: (unit) => (
            <>
              <Link to={`/units/${unit.id}`}>{unit.name}</Link>
              {unit.formerNames !== undefined && (
                <div className="quiet small">{words.formerly(unit.formerNames.map(({ name }) => name))}</div>
              )}
            </>
          ),
        },
        { key: 'kind', name: words.kind, text: (unit) => unitKindWords[unit.kind], filtered: true },
        { key: 'parent', name: words.parent, text: (unit) => unit.parentName ?? '', filtered: true },
        {
          key: 'validFrom',
          name: words.validFrom,
          kind: 'day',
          text: (unit) => unit.validFrom,
          show: (unit) => dayText(unit.validFrom),
        },
        {
          key: 'status',
          name: commonWords.status,
          text: standingOf,
          filtered: true,
          show: (unit) => (
            <StateMark tone={unit.validTo === undefined ? 'good' : 'off'}>
              {unit.validTo === undefined ? words.current : `${standingOf(unit)} ${dayText(unit.validTo)}`}
            </StateMark>
          ),
        },
        ...(onChoose === undefined
          ? []
          : [
              {
                key: 'act',
                name: words.actions,
                isControl: true,
                text: () => '',
                show: (unit: Units[number]) =>
                  unit.validTo === undefined && (
                    <span className="row">
                      <Button isSmall onClick={() => onChoose({ act: 'change', unit })}>
                        {words.change}
                      </Button>
                      <Button isSmall onClick={() => onChoose({ act: 'end', unit })}>
                        {words.end}
                      </Button>
                    </span>
                  ),
              },
            ]),
      ]}
    />
  )
}

/** Former names are found by, too. */
function nameOf({ name, formerNames = [] }: Units[number]): string {
  return formerNames.length === 0 ? name : `${name} ${words.formerly(formerNames.map((former) => former.name))}`
}

function RegisterDialog({ units, onClose }: { units: Units; onClose: () => void }) {
  const [kind, setKind] = useState<UnitKind>('village')
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState('')
  const [validFrom, setValidFrom] = useState(() => beijingDay(new Date().toISOString()))
  const [confirmedOther, setConfirmedOther] = useState(false)
  const register = useCommand(OPERATIONS.registerUnit)
  const townships = units.filter((unit) => unit.kind === 'township' && unit.validTo === undefined)
  const withParent = BELOW_TOWNSHIP.includes(kind)
  return (
    <CommandDialog
      title={words.create}
      onClose={onClose}
      command={register}
      input={() => ({
        body: {
          kind,
          name,
          validFrom,
          ...(withParent && parentId !== '' ? { parentId } : {}),
          ...(confirmedOther ? { confirmedOther } : {}),
        },
      })}
      onDone={() => {
        tellDone(words.registered(name))
        onClose()
      }}
      missing={[name.trim() === '' ? words.name : undefined, validFrom === '' ? words.validFrom : undefined]}
    >
      <ChoiceField
        label={words.kind}
        value={kind}
        choices={KINDS.map((each) => ({ value: each, label: unitKindWords[each] }))}
        onChange={(value) => setKind(UnitKind.parse(value))}
        name="kind"
      />
      <TextField
        label={words.name}
        value={name}
        most={60}
        onChange={(value) => {
          setName(value)
          setConfirmedOther(false)
        }}
        hint={words.nameHint}
        name="name"
        autoFocus
      />
      {withParent && (
        <PickerField
          label={words.parent}
          name="parentId"
          value={parentId}
          options={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
          onChange={setParentId}
          mayClear
        />
      )}
      <DateField label={words.validFrom} value={validFrom} onChange={setValidFrom} name="validFrom" />
      <TwinQuestion problem={register.problem} confirmed={confirmedOther} onConfirm={setConfirmedOther} />
    </CommandDialog>
  )
}
