import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useState } from 'react'
import { joinWords as words } from '../../locales/zh-CN/people.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../api/useCommand.ts'

/** 凭邀请码加入: for whoever is signed in and holds no post, or takes one more. */
export function JoinForm({ onJoined }: { onJoined: () => void }) {
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
      <Button type="primary" htmlType="submit" disabled={code.trim() === ''} loading={accept.waiting}>
        {words.join}
      </Button>
    </form>
  )
}
