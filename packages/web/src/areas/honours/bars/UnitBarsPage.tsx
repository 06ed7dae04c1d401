import { BAR_KIND_NAMES } from '@anjie/domain/honours/bars'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { barWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { EnterBar } from './EnterBar.tsx'

type Found = Answer<(typeof OPERATIONS)['getBars']>
type OneBar = Found['bars'][number]

/** 限制申报 of one unit or county: what stands, what is over, and who may enter and lift. */
export default function UnitBarsPage() {
  const me = useMe()
  const { subject = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const [lifting, setLifting] = useState<OneBar | undefined>(undefined)
  const read = useRead(OPERATIONS.getBars, { params: { subject: subject as never } })
  const mine = mayCall(me.roles, OPERATIONS.enterBar)
  const isEntering = mine && search.get('enter') !== null
  return (
    <ReadState read={read}>
      {(found) => (
        <>
          <PageHead
            title={`${found.name} ${words.title}`}
            sub={found.countyName}
            {...(mayCall(me.roles, OPERATIONS.listBars) ? { back: { to: '/bars', label: words.title } } : {})}
          >
            {mine && (
              <Button isMain onClick={() => setSearch({ enter: '1' })}>
                {words.enter}
              </Button>
            )}
          </PageHead>
          <p className="quiet">{words.rule}</p>
          {found.bars.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Table
              caption={words.title}
              isFramed
              rows={found.bars}
              rowKey={(bar) => String(bar.number)}
              columns={[
                { key: 'kind', name: words.kind, text: (bar) => BAR_KIND_NAMES[bar.kind], isRowHead: true },
                { key: 'cause', name: words.cause, text: (bar) => bar.cause, wraps: true },
                { key: 'by', name: words.decidedBy, text: (bar) => bar.decidedBy },
                {
                  key: 'document',
                  name: words.document,
                  text: (bar) => `${bar.document}（${dayText(bar.documentOn)}）`,
                },
                {
                  key: 'from',
                  name: words.from,
                  kind: 'day',
                  text: (bar) => bar.from,
                  show: (bar) => dayText(bar.from),
                },
                {
                  key: 'until',
                  name: words.until,
                  kind: 'day',
                  text: (bar) => bar.until,
                  show: (bar) => dayText(bar.until),
                },
                {
                  key: 'state',
                  name: words.state,
                  text: (bar) => bar.standing,
                  show: (bar) => (
                    <>
                      <StateMark tone={bar.inForce ? 'stop' : 'off'}>{bar.standing}</StateMark>
                      {bar.lifted !== undefined && (
                        <span className="quiet small">
                          {' '}
                          {words.liftedLine(dayText(bar.lifted.on), bar.lifted.document, bar.lifted.reason)}
                        </span>
                      )}
                      {mine && bar.mayLift && (
                        <Button isSmall onClick={() => setLifting(bar)}>
                          {words.lift}
                        </Button>
                      )}
                    </>
                  ),
                },
              ]}
            />
          )}
          {isEntering && <EnterBar found={found} onClose={() => setSearch({})} />}
          {lifting !== undefined && <LiftBar found={found} bar={lifting} onClose={() => setLifting(undefined)} />}
        </>
      )}
    </ReadState>
  )
}

function LiftBar({ found, bar, onClose }: { found: Found; bar: OneBar; onClose: () => void }) {
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const lift = useCommand(OPERATIONS.liftBar)
  return (
    <CommandDialog
      title={words.liftTitle(BAR_KIND_NAMES[bar.kind])}
      danger
      onClose={onClose}
      command={lift}
      input={() => ({
        params: { subject: found.subject },
        ifMatch: found.version,
        body: { number: bar.number, document, reason },
      })}
      missing={[
        document.trim().length < 4 ? words.liftDocument : undefined,
        reason.trim().length < 2 ? words.reason : undefined,
      ]}
    >
      <p>{words.liftText}</p>
      <TextField label={words.liftDocument} name="document" value={document} onChange={setDocument} />
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
