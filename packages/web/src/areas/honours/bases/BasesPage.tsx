import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { ISSUER_KIND_NAMES, REGIME_NAMES } from '@anjie/domain/honours/legalBasis'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { basisWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { BasisFiles } from './BasisFiles.tsx'
import { NewBasis } from './NewBasis.tsx'

type Basis = Answer<(typeof OPERATIONS)['listBases']>['bases'][number]

/** 批准依据: what may be named at which level, by what, until when. */
export default function BasesPage() {
  const me = useMe()
  const [isNew, setIsNew] = useState(false)
  const [shown, setShown] = useState<string | undefined>(undefined)

  const [ending, setEnding] = useState<Basis | undefined>(undefined)
  const bases = useRead(OPERATIONS.listBases, {})
  const types = useRead(OPERATIONS.listHonourTypes, {})
  const nameOf = (honour: string) => types.data?.types.find(({ code }) => code === honour)?.name ?? honour
  const mine = mayCall(me.roles, OPERATIONS.recordBasis)
  return (
    <>
      <PageHead title={words.title} sub={words.sub}>
        {mine && (
          <Button isMain onClick={() => setIsNew(true)}>
            {words.create}
          </Button>
        )}
      </PageHead>
      {isNew && <NewBasis onDone={() => setIsNew(false)} />}
      <ReadState read={bases}>
        {(data) => (
          <DataTable
            caption={words.title}
            rows={data.bases}
            rowKey={(row) => row.id}
            empty={words.empty}
            columns={[
              { key: 'honour', name: words.honour, text: (row) => nameOf(row.honour) },
              { key: 'level', name: words.level, text: (row) => TITLE_LEVEL_NAMES[row.level] },
              { key: 'regime', name: words.regime, text: (row) => REGIME_NAMES[row.regime] },
              {
                key: 'issuer',
                name: words.issuer,
                text: (row) => `${row.issuer}（${ISSUER_KIND_NAMES[row.issuerKind]}）`,
              },
              {
                key: 'files',
                name: words.file,
                text: (row) => row.file,
                show: (row) => (
                  <Button isSmall aria-label={words.filesOf(row.approvalNumber)} onClick={() => setShown(row.id)}>
                    {words.fileCount((row.files ?? []).filter(({ status }) => status === 'attached').length)}
                  </Button>
                ),
              },
              { key: 'number', name: words.number, text: (row) => row.approvalNumber },
              {
                key: 'on',
                name: words.approvedOn,
                kind: 'day',
                text: (row) => row.approvedOn,
                show: (row) => dayText(row.approvedOn),
              },
              {
                key: 'ends',
                name: words.endsOn,
                text: (row) => row.endsOn ?? '',
                show: (row) => (row.endsOn === undefined ? words.noEnd : dayText(row.endsOn)),
              },
              {
                key: 'state',
                name: words.state,
                text: (row) => (row.inForce ? words.inForce : words.over),
                show: (row) => (
                  <>
                    <StateMark tone={row.inForce ? 'good' : 'stop'}>
                      {row.inForce ? words.inForce : words.over}
                    </StateMark>
                    {mine && row.endedFor === undefined && namingCode(row.id) === me.jurisdiction.code && (
                      <Button isSmall onClick={() => setEnding(row)}>
                        {words.end}
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </ReadState>
      {bases.data?.bases
        .filter(({ id }) => id === shown)
        .map((basis) => (
          <BasisFiles
            key={basis.id}
            basis={basis}
            mine={mine && namingCode(basis.id) === me.jurisdiction.code}
            onClose={() => setShown(undefined)}
          />
        ))}
      {ending !== undefined && <EndBasis basis={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function EndBasis({ basis, onClose }: { basis: Basis; onClose: () => void }) {
  const [endsOn, setEndsOn] = useState('')
  const [reason, setReason] = useState('')
  const end = useCommand(OPERATIONS.endBasis)
  return (
    <CommandDialog
      title={words.endTitle(basis.approvalNumber)}
      danger
      onClose={onClose}
      command={end}
      input={() => ({ params: { basisId: basis.id }, ifMatch: basis.version, body: { endsOn, reason } })}
      disabled={endsOn === '' || reason.trim().length < 2}
    >
      <p>{words.endText}</p>
      <DateField label={words.endsOn} name="endsOn" value={endsOn} onChange={setEndsOn} />
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
