import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../app/api/useCommand.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { pastedRows } from './pastedRows.ts'

/** 批量邀请: pasted from a sheet, answered line by line. A second time the lines are recognised. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [renew, setRenew] = useState(false)
  const [results, setResults] = useState<readonly PostRowResult[] | undefined>(undefined)
  const invite = useCommand(OPERATIONS.inviteMembers)
  const rows = pastedRows(text)
  return (
    <Dialog
      title={words.paste}
      open
      width={900}
      onClose={onClose}
      waiting={invite.waiting}
      problem={invite.problem}
      disabled={rows.length === 0}
      {...(results === undefined ? {} : { confirmLabel: words.done })}
      onConfirm={() => {
        if (results !== undefined) return onClose()
        void invite.run({ body: { rows, renew } }).then((reply) => reply !== undefined && setResults(reply.rows ?? []))
      }}
    >
      {results === undefined ? (
        <>
          <p className="quiet small">{words.pasteHint}</p>
          <TextField label={words.pasteLabel} value={text} rows={10} onChange={setText} autoFocus />
          <Checkbox checked={renew} onChange={(event) => setRenew(event.target.checked)}>
            {words.renew}
          </Checkbox>
        </>
      ) : (
        <>
          <p className="quiet small">{words.codeTitle}</p>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.result}</th>
              </tr>
            </thead>
            <tbody>
              {results.map((each) => (
                <tr key={each.row}>
                  <td>{each.row}</td>
                  <th scope="row">{each.personName}</th>
                  <td>
                    {words.outcomes[each.outcome]} {each.reason} {each.code !== undefined && <code>{each.code}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  )
}
