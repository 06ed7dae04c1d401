import { MACHINE_SCOPES, MachineScope, ROLES, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { machineScopeName } from '@anjie/domain/access/machineScopeName'
import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { rolesOfLevel } from '@anjie/domain/access/rolesOfLevel'
import { mayBeBound } from '@anjie/domain/people/postFault'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { useHonourNames } from '../../honours/honourNames.ts'

/** What a post may do, where and until when, as it is filled in. */
export interface PostDraft {
  readonly roles: readonly string[]
  readonly units: readonly string[]
  readonly honours: readonly string[]
  readonly scopes: readonly string[]
  readonly validUntil: string
}

export const EMPTY_POST: PostDraft = { roles: [], units: [], honours: [], scopes: [], validUntil: '' }

interface PostFieldsProps {
  readonly draft: PostDraft
  readonly onChange: (draft: PostDraft) => void
  readonly error: (...path: (string | number)[]) => string | undefined
  readonly level: Level
  /** The county is the own one: its units can be chosen from its register. */
  readonly ofOwnPlace: boolean
  readonly ofMachine: boolean
  /** Units that a post has already, wherever it is. */
  readonly known?: readonly { readonly id: string; readonly name: string }[]
}

const scopeChoices = MACHINE_SCOPES.map((scope) => ({ value: scope, label: machineScopeName(scope) }))

/** 岗位、所在单位、分管荣誉、接口权限、有效期; only what the chosen roles leave open. */
export function PostFields({ draft, onChange, error, level, ofOwnPlace, ofMachine, known = [] }: PostFieldsProps) {
  const me = useMe()
  const { choices: honourChoices } = useHonourNames()
  const register = useRead(
    OPERATIONS.listUnits,
    { query: {} },
    { enabled: ofOwnPlace && mayCall(me.roles, OPERATIONS.listUnits) },
  )
  const set = (change: Partial<PostDraft>) => onChange({ ...draft, ...change })
  const units = [
    ...known,
    ...(register.data?.units ?? []).filter(
      ({ id, validTo }) => validTo === undefined && !known.some((each) => each.id === id),
    ),
  ]
  const isBelow = draft.roles.includes('unit-reporter')
  return (
    <>
      <SeveralField
        label={words.role}
        values={draft.roles}
        choices={rolesOfLevel(ROLES, level)
          .filter((role) => role !== 'unit-reporter' || units.length > 0)
          .map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        onChange={(roles) => set({ roles })}
        error={error('roles')}
        {...(ofOwnPlace || level !== 'county' ? {} : { hint: words.unitsElsewhere })}
      />
      {isBelow && (
        <SeveralField
          label={words.unit}
          values={draft.units}
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => set({ units: chosen })}
          error={error('units')}
        />
      )}
      {draft.roles.length > 0 && mayBeBound(Role.array().parse(draft.roles)) && (
        <SeveralField
          label={words.honours}
          values={draft.honours}
          choices={honourChoices}
          hint={words.honoursHint}
          onChange={(honours) => set({ honours })}
          error={error('honours')}
        />
      )}
      {ofMachine && (
        <SeveralField
          label={words.scopes}
          values={draft.scopes}
          choices={scopeChoices}
          onChange={(scopes) => set({ scopes })}
          error={error('scopes')}
        />
      )}
      <DateField
        label={words.validUntil}
        value={draft.validUntil}
        onChange={(validUntil) => set({ validUntil })}
        error={error('validUntil')}
      />
    </>
  )
}

/** As the operations take it: what the roles leave no room for is left out. */
export function postBody({ roles, units, honours, validUntil }: PostDraft) {
  const chosen = Role.array().parse(roles)
  return {
    roles: chosen,
    ...(chosen.includes('unit-reporter') ? { units: UnitId.array().parse(units) } : {}),
    ...(honours.length > 0 && mayBeBound(chosen) ? { honours: HonourCode.array().parse(honours) } : {}),
    validUntil,
  }
}

export const scopesOf = ({ scopes }: PostDraft): MachineScope[] => MachineScope.array().parse(scopes)

/** Whether what every post needs is there; the server says the rest. */
export const isComplete = ({ roles, units, validUntil }: PostDraft): boolean =>
  roles.length > 0 && validUntil !== '' && (!roles.includes('unit-reporter') || units.length > 0)
