import type { DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { useMemo } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { proofChoices } from './editedLists.ts'
import { ListsTables } from './ListsTables.tsx'

const KINDS = DUTY_POST_KINDS.map((value) => ({ value, label: POST_KINDS[value].name }))

/** What a draft says, for a new one and for one that is changed. */
export function ListsFields({
  content,
  onChange,
}: {
  content: DutyListsContent
  onChange: (content: DutyListsContent) => void
}) {
  const registers = useRead(OPERATIONS.listRegisters, { query: {} })
  const proofs = useMemo(
    () =>
      proofChoices(
        (registers.data?.registers ?? [])
          .filter(({ register: { fields } }) =>
            POST_KINDS[content.postKind].unitKinds.some((kind) => fields.unitKinds?.includes(kind)),
          )
          .map(({ register }) => ({ code: register.fields.code, name: register.title })),
      ),
    [registers.data, content.postKind],
  )
  return (
    <>
      <TextField
        label={words.name}
        name="name"
        value={content.name}
        most={60}
        onChange={(name) => onChange({ ...content, name })}
      />
      <ChoiceField
        label={words.postKind}
        name="postKind"
        value={content.postKind}
        choices={KINDS}
        onChange={(value) =>
          onChange({ ...content, postKind: DUTY_POST_KINDS.find((kind) => kind === value) ?? content.postKind })
        }
      />
      <CheckField checked={content.isExample} onChange={(isExample) => onChange({ ...content, isExample })}>
        {words.isExample}
      </CheckField>
      <ListsTables content={content} proofs={proofs} onChange={onChange} />
    </>
  )
}
