import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { PostSheet } from './PostSheet.tsx'

type Open = { readonly what: 'invite' | 'paste' } | { readonly what: 'post'; readonly id: string }

/** 任职管理 of the own jurisdiction. */
export default function PostsPage() {
  const me = useMe()
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const posts = useRead(OPERATIONS.listMemberships, { query: {} })
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead title={words.title} sub={me.jurisdictionName}>
        <Button onClick={() => setOpen({ what: 'paste' })}>{words.paste}</Button>
        <Button type="primary" onClick={() => setOpen({ what: 'invite' })}>
          {words.invite}
        </Button>
      </PageHead>
      <ReadState read={posts}>
        {({ rows }) => (
          <div className="table-scroll">
            <table className="list">
              <caption className="visually-hidden">{words.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.person}</th>
                  <th scope="col">{words.post}</th>
                  <th scope="col">{words.unit}</th>
                  <th scope="col">{words.validUntil}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.actions}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.title}</th>
                    <td>{row.fields.post}</td>
                    <td>{row.place}</td>
                    <td>{dayText(row.fields.validUntil)}</td>
                    <td>
                      {row.statusName}
                      {row.fields.invitedUntil !== undefined && (
                        <div className="quiet small">{words.invitedUntil(dayText(row.fields.invitedUntil))}</div>
                      )}
                    </td>
                    <td>
                      {row.status !== 'ended' && (
                        <Button size="small" onClick={() => setOpen({ what: 'post', id: row.id })}>
                          {words.change}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {rows.length === 0 && <p className="empty">{words.empty}</p>}
          </div>
        )}
      </ReadState>
      {open?.what === 'invite' && <InviteDialog onClose={close} />}
      {open?.what === 'paste' && <PasteDialog onClose={close} />}
      {open?.what === 'post' && <PostSheet id={open.id} onClose={close} />}
    </>
  )
}
