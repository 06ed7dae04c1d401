import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { batchWords as words } from '../../../locales/zh-CN/honours.ts'
import { ChoiceField } from '../../../ui/ChoiceField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

export default function NewBatchPage() {
  const navigate = useNavigate()
  const rounds = useRead(OPERATIONS.listRounds, {})
  const create = useCommand(OPERATIONS.createBatch)
  const error = useFieldErrors(create.problem)
  const rows = rounds.data?.rows ?? []
  const [chosen, setRound] = useState('')
  const [typedName, setName] = useState<string | undefined>(undefined)
  const round = chosen === '' && rows.length === 1 ? (rows[0]?.id ?? '') : chosen
  const roundName = rows.find((row) => row.id === round)?.title
  const name = typedName ?? (roundName === undefined ? '' : words.defaultName(roundName))
  const problem = create.problem ?? rounds.error ?? undefined
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/batches', label: words.back }} />
      <form
        className="panel stack"
        style={{ maxWidth: 560 }}
        onSubmit={(event) => {
          event.preventDefault()
          void create.run({ body: { roundId: round, name } }).then((reply) => {
            if (reply !== undefined) void navigate(`/batches/${reply.id}`)
          })
        }}
      >
        <ChoiceField
          label={words.round}
          value={round}
          placeholder=""
          choices={rows.map((row) => ({ value: row.id, label: row.title }))}
          onChange={setRound}
          error={error('roundId')}
        />
        <TextField label={words.name} value={name} onChange={setName} most={80} error={error('name')} />
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            disabled={round === '' || name.trim().length < 2}
            loading={create.waiting}
          >
            {words.create}
          </Button>
        </div>
      </form>
    </>
  )
}
