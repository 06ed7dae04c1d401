import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useKeptFields } from '../../../app/drafts/useKeptFields.ts'
import { useMe } from '../../../app/me.ts'
import { batchWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

export default function NewBatchPage() {
  const navigate = useNavigate()
  const rounds = useRead(OPERATIONS.listRounds, {})
  const create = useCommand(OPERATIONS.createBatch)
  const error = useFieldErrors(create.problem)
  const { jurisdiction } = useMe()
  // Who opened the round names out of it.
  const rows = (rounds.data?.rows ?? []).filter((row) => namingLevel(row.id) === jurisdiction.level)
  const { fields, typed, set, offer, settle } = useKeptFields('batch/new', { round: '', name: '' })
  const chosen = fields.round
  const round = chosen === '' && rows.length === 1 ? (rows[0]?.id ?? '') : chosen
  const roundName = rows.find((row) => row.id === round)?.title
  const name = typed.name ?? (roundName === undefined ? '' : words.defaultName(roundName))
  const problem = create.problem ?? rounds.error ?? undefined
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/batches', label: words.back }} />
      {offer}
      <Form
        className="panel stack"
        isNarrow
        onSubmit={() => {
          void create.run({ body: { roundId: round, name } }).then((reply) => {
            if (reply === undefined) return
            settle()
            void navigate(`/batches/${reply.id}`)
          })
        }}
      >
        <ChoiceField
          label={words.round}
          value={round}
          placeholder=""
          {...(rounds.data !== undefined && rows.length === 0 ? { hint: words.noRound } : {})}
          choices={rows.map((row) => ({ value: row.id, label: row.title }))}
          onChange={(round) => set({ round })}
          error={error('roundId')}
        />
        <TextField label={words.name} value={name} onChange={(name) => set({ name })} most={80} error={error('name')} />
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <div className="row">
          <Button isMain submits disabled={round === '' || name.trim().length < 2} waiting={create.waiting}>
            {words.create}
          </Button>
        </div>
      </Form>
    </>
  )
}
