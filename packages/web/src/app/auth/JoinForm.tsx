import { useState } from 'react'
import { joinWords as words } from '../../locales/zh-CN/people.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { OPERATIONS } from '../api/operations.ts'
import { useCommand } from '../api/useCommand.ts'

/** 凭邀请码加入: for whoever is signed in and holds no post, or takes one more. */
export default function JoinForm({ onJoined }: { onJoined: () => void }) {
  const [code, setCode] = useState('')
  const accept = useCommand(OPERATIONS.acceptInvitation)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void accept.run({ body: { code } }).then((reply) => reply !== undefined && onJoined())
      }}
    >
      <TextField label={words.code} value={code} most={60} hint={words.hint} onChange={setCode} />
      {accept.problem !== undefined && <ProblemNotice problem={accept.problem} />}
      <Button isMain submits disabled={code.trim() === ''} waiting={accept.waiting}>
        {words.join}
      </Button>
    </form>
  )
}
