import {
  CADRE_POSTS,
  type CadrePost,
  type DutyPost,
  type HolderContent,
  SIDE_DUTIES,
  type SideDuty,
} from '@anjie/contracts/vocabulary/posts/dutyPost'
import { CADRE_POST_NAMES, SIDE_DUTY_NAMES } from '@anjie/domain/posts/postNames'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'

/** A holder as the form has it. */
export interface HolderDraft {
  readonly name: string
  readonly deputy: boolean
  readonly cadre: string
  readonly besides: readonly string[]
}

export const NO_HOLDER: HolderDraft = { name: '', deputy: false, cadre: '', besides: [] }

export const draftOf = ({
  name,
  deputy = false,
  cadre,
  besides,
}: Omit<HolderContent, 'membershipId'>): HolderDraft => ({ name, deputy, cadre: cadre ?? '', besides })

/** What is sent: a township says whether deputy secretary, a village which cadre. */
export const holderOf = (kind: DutyPost['kind'], { name, deputy, cadre, besides }: HolderDraft) => ({
  name,
  besides: besides as readonly SideDuty[],
  ...(kind === 'township-commissioner' ? { deputy } : { cadre: cadre as CadrePost }),
})

export const missingOf = (kind: DutyPost['kind'], { name, cadre }: HolderDraft): readonly (string | undefined)[] => [
  name.trim().length < 2 ? words.name : undefined,
  kind === 'village-commissioner' && cadre === '' ? words.cadre : undefined,
]

interface HolderFieldsProps {
  readonly kind: DutyPost['kind']
  readonly value: HolderDraft
  readonly onChange: (value: HolderDraft) => void
}

export function HolderFields({ kind, value, onChange }: HolderFieldsProps) {
  const set = (change: Partial<HolderDraft>) => onChange({ ...value, ...change })
  return (
    <>
      <TextField
        label={words.name}
        name="holder/name"
        value={value.name}
        most={30}
        hint={words.nameHint}
        onChange={(name) => set({ name })}
        autoFocus
      />
      {kind === 'township-commissioner' ? (
        <CheckField checked={value.deputy} onChange={(deputy) => set({ deputy })}>
          {words.deputy}
        </CheckField>
      ) : (
        <ChoiceField
          label={words.cadre}
          name="holder/cadre"
          value={value.cadre}
          placeholder={words.cadre}
          choices={CADRE_POSTS.map((cadre) => ({ value: cadre, label: CADRE_POST_NAMES[cadre] }))}
          onChange={(cadre) => set({ cadre })}
        />
      )}
      <SeveralField
        label={words.besides}
        name="holder/besides"
        values={value.besides}
        choices={SIDE_DUTIES.map((duty) => ({ value: duty, label: SIDE_DUTY_NAMES[duty] }))}
        onChange={(besides) => set({ besides })}
      />
    </>
  )
}
