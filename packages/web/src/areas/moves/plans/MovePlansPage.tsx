import { MOVE_KIND_NAMES } from '@anjie/domain/moves/moveNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { moveWords as words } from '../../../locales/zh-CN/moves.ts'
import { Button } from '../../../ui/Button.tsx'
import { DrawCountyDialog } from './DrawCountyDialog.tsx'
import { DrawTownshipDialog } from './DrawTownshipDialog.tsx'

/** 迁移方案 of this jurisdiction: those that wait for confirmation, are carried out, and are done. */
export default function MovePlansPage() {
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const isProvince = me.roles.includes('province-admin')
  return (
    <>
      <ListPage
        title={words.title}
        sub={words.sub}
        operation={OPERATIONS.listMovePlans}
        nameOfTitle={words.name}
        withPlace={false}
        empty={words.empty}
        tools={
          mayCall(me.roles, OPERATIONS.drawMovePlan) && (
            <Button isMain onClick={() => setIsOpen(true)}>
              {words.draw}
            </Button>
          )
        }
        columns={[
          { key: 'kind', name: words.kind, text: (row) => MOVE_KIND_NAMES[row.fields.moveKind], filtered: true },
          {
            key: 'on',
            name: words.on,
            kind: 'day',
            text: (row) => row.fields.on,
            show: (row) => dayText(row.fields.on),
          },
          { key: 'units', name: words.units, kind: 'figure', text: (row) => String(row.fields.units) },
          { key: 'gaps', name: words.gaps, kind: 'figure', text: (row) => String(row.fields.gaps) },
        ]}
      />
      {isOpen && isProvince && <DrawCountyDialog onClose={() => setIsOpen(false)} />}
      {isOpen && !isProvince && <DrawTownshipDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}
