import { OPERATIONS } from '@anjie/contracts/operations/index'
import { UNIT_KINDS, UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { searchedName } from '@anjie/domain/units/unitNameKey'
import { beijingDay, textKey } from '@anjie/kernel'
import { useState } from 'react'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { commonWords, unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { unitWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
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
          <Button isMain onClick={() => setRegistering(true)}>
            {words.create}
          </Button>
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

function UnitTable({ units, onChoose }: { units: Units; onChoose?: (chosen: Chosen) => void }) {
  const [kind, setKind] = useState('')
  const [search, setSearch] = useState('')
  const kinds = KINDS.filter((each) => units.some((unit) => unit.kind === each))
  const wanted = searchedName(search)
  const shown = units.filter((unit) => (kind === '' || unit.kind === kind) && isFound(unit, wanted))
  return (
    <section aria-label={words.title}>
      <div className="list-tools">
        <SearchField onSearch={setSearch} />
        <select
          className="plain"
          style={{ minHeight: 32 }}
          aria-label={words.kind}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          <option value="">{words.all}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {unitKindWords[each]}
            </option>
          ))}
        </select>
        <span className="count" role="status">
          {commonWords.rows(shown.length)}
        </span>
      </div>
      <div className="table-scroll">
        <table className="list">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.parent}</th>
              <th scope="col">{words.validFrom}</th>
              <th scope="col">{commonWords.status}</th>
              {onChoose !== undefined && <th scope="col">{words.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">
                  {unit.name}
                  {unit.formerNames !== undefined && (
                    <div className="quiet small">{words.formerly(unit.formerNames.map(({ name }) => name))}</div>
                  )}
                </th>
                <td>{unitKindWords[unit.kind]}</td>
                <td>{unit.parentName}</td>
                <td>{dayText(unit.validFrom)}</td>
                <td>
                  <StateMark tone={unit.validTo === undefined ? 'good' : 'off'}>
                    {unit.validTo === undefined ? words.current : `${words.ended} ${dayText(unit.validTo)}`}
                  </StateMark>
                </td>
                {onChoose !== undefined && (
                  <td>
                    {unit.validTo === undefined && (
                      <span className="row">
                        <Button isSmall onClick={() => onChoose({ act: 'change', unit })}>
                          {words.change}
                        </Button>
                        <Button isSmall onClick={() => onChoose({ act: 'end', unit })}>
                          {words.end}
                        </Button>
                      </span>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="empty">{units.length === 0 ? words.empty : commonWords.nothingFound}</p>}
      </div>
    </section>
  )
}

/** By its name, a former one or its township's, however it is spelt. */
const isFound = ({ name, parentName = '', formerNames = [] }: Units[number], wanted: string): boolean =>
  [name, parentName, ...formerNames.map((former) => former.name)].some((each) => textKey(each).includes(wanted))

function RegisterDialog({ units, onClose }: { units: Units; onClose: () => void }) {
  const [kind, setKind] = useState<UnitKind>('village')
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState('')
  const [validFrom, setValidFrom] = useState(() => beijingDay(new Date().toISOString()))
  const [confirmedOther, setConfirmedOther] = useState(false)
  const register = useCommand(OPERATIONS.registerUnit)
  const error = useFieldErrors(register.problem)
  const townships = units.filter((unit) => unit.kind === 'township' && unit.validTo === undefined)
  const withParent = BELOW_TOWNSHIP.includes(kind)
  return (
    <Dialog
      title={words.create}
      open
      onClose={onClose}
      onConfirm={() => {
        void register
          .run({
            body: {
              kind,
              name,
              validFrom,
              ...(withParent && parentId !== '' ? { parentId } : {}),
              ...(confirmedOther ? { confirmedOther } : {}),
            },
          })
          .then((reply) => {
            if (reply === undefined) return
            tellDone(words.registered(name))
            onClose()
          })
      }}
      disabled={name.trim() === '' || validFrom === ''}
      waiting={register.waiting}
      problem={register.problem}
    >
      <ChoiceField
        label={words.kind}
        value={kind}
        choices={KINDS.map((each) => ({ value: each, label: unitKindWords[each] }))}
        onChange={(value) => setKind(UnitKind.parse(value))}
        error={error('kind')}
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
        error={error('name')}
        autoFocus
      />
      {withParent && (
        <ChoiceField
          label={words.parent}
          value={parentId}
          placeholder={words.noParent}
          choices={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
          onChange={setParentId}
          error={error('parentId')}
        />
      )}
      <DateField label={words.validFrom} value={validFrom} onChange={setValidFrom} error={error('validFrom')} />
      <TwinQuestion problem={register.problem} confirmed={confirmedOther} onConfirm={setConfirmedOther} />
    </Dialog>
  )
}
