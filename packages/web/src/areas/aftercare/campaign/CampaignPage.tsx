import { CAMPAIGN_STATUS_NAMES } from '@anjie/domain/aftercare/campaigns'
import { Fragment, useState } from 'react'
import { Link, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { campaignWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { tellDone } from '../../../ui/told.ts'

type FoundCampaign = Answer<(typeof OPERATIONS)['getCampaign']>

/** 复核批次: its frozen list, the draw that anybody can work out anew, and how far each unit is. */
export default function CampaignPage() {
  const { campaignId = '' } = useParams()
  const read = useRead(OPERATIONS.getCampaign, { params: { campaignId } })
  return <ReadState read={read}>{(found) => <Found found={found} />}</ReadState>
}

function Found({ found }: { found: FoundCampaign }) {
  const { state, version, mayAct } = found
  const [asked, setAsked] = useState<'draw' | 'start' | null>(null)
  const isFrozen = state.status === 'frozen'
  const mayDraw = mayAct && isFrozen && state.mode === 'draw' && state.draw === undefined
  const mayStart = mayAct && isFrozen && (state.mode === 'all' || state.draw !== undefined)
  const props = { campaignId: state.id, version, onClose: () => setAsked(null) }
  return (
    <>
      <PageHead
        title={state.name}
        back={{ to: '/recheck-campaigns', label: words.back }}
        state={<StateMark tone={isFrozen ? 'due' : 'work'}>{CAMPAIGN_STATUS_NAMES[state.status]}</StateMark>}
        sub={`${state.honourName} · ${state.jurisdictionName} · ${words.selfCheckBy}${dayText(state.selfCheckBy)}`}
      >
        {mayDraw && (
          <Button isMain onClick={() => setAsked('draw')}>
            {words.draw}
          </Button>
        )}
        {mayStart && (
          <Button isMain onClick={() => setAsked('start')}>
            {words.start}
          </Button>
        )}
      </PageHead>
      <div className="split">
        <div>
          <section className="panel">
            <h2>{words.cases}</h2>
            <Table
              caption={words.cases}
              isFramed
              rows={found.cases}
              rowKey={(row) => row.id}
              empty={words.casesEmpty}
              columns={[
                {
                  key: 'unit',
                  name: words.unit,
                  text: (row) => row.title,
                  show: (row) => <Link to={`/rechecks/${row.id}`}>{row.title}</Link>,
                  isRowHead: true,
                },
                { key: 'place', name: words.county, text: (row) => row.place },
                {
                  key: 'status',
                  name: words.status,
                  text: (row) => row.statusName,
                  show: (row) => <StateMark tone={toneOf(row.status)}>{row.statusName}</StateMark>,
                },
                {
                  key: 'due',
                  name: words.dueOn,
                  kind: 'day',
                  text: (row) => row.dueOn ?? '',
                  show: (row) => (row.dueOn === null ? '' : dayText(row.dueOn)),
                },
              ]}
            />
          </section>
          {state.skipped.length > 0 && (
            <section className="panel">
              <h2>{words.skipped}</h2>
              <Table
                caption={words.skipped}
                rows={state.skipped}
                rowKey={(row) => row.titleId}
                columns={[
                  { key: 'unit', name: words.unit, text: (row) => row.unitName, isRowHead: true },
                  { key: 'reason', name: words.reason, text: (row) => row.reason },
                ]}
              />
            </section>
          )}
          <section className="panel">
            <h2>{words.listed}</h2>
            <Table
              caption={words.listed}
              isLow
              isFramed
              rows={state.list}
              rowKey={(row) => row.titleId}
              columns={[
                { key: 'unit', name: words.unit, text: (row) => row.unitName, isRowHead: true },
                { key: 'county', name: words.county, text: (row) => row.countyName },
                {
                  key: 'drawn',
                  name: words.isDrawn,
                  text: (row) => (state.draw?.drawn.includes(row.titleId) === true ? words.isDrawn : ''),
                },
              ]}
            />
          </section>
        </div>
        <div>
          <section className="panel">
            <h2>{words.progress}</h2>
            {found.progress.length === 0 ? (
              <p className="quiet">{words.noProgress}</p>
            ) : (
              <dl className="facts">
                {found.progress.map(({ name, count }) => (
                  <Fragment key={name}>
                    <dt>{name}</dt>
                    <dd>{count}</dd>
                  </Fragment>
                ))}
              </dl>
            )}
          </section>
          <section className="panel">
            <h2>{words.facts}</h2>
            <dl className="facts">
              <dt>{words.basis}</dt>
              <dd>{state.basis}</dd>
              <dt>{words.listed}</dt>
              <dd>{words.list(state.list.length)}</dd>
              <dt>{words.hash}</dt>
              <dd>
                <code data-copied>{state.listHash}</code>
              </dd>
              {state.draw !== undefined && (
                <>
                  <dt>{words.seed}</dt>
                  <dd>
                    <code data-copied>{state.draw.seed}</code>
                    <div>{words.drawn(state.draw.count, state.draw.by)}</div>
                    <div className="quiet">{found.drawIsRight ? words.right : words.wrong}</div>
                  </dd>
                </>
              )}
            </dl>
          </section>
        </div>
      </div>
      {asked === 'draw' && <DrawDialog {...props} most={state.list.length} />}
      {asked === 'start' && <StartDialog {...props} />}
    </>
  )
}

interface CampaignDialogProps {
  readonly campaignId: string
  readonly version: number
  readonly onClose: () => void
}

function DrawDialog({ campaignId, version, onClose, most }: CampaignDialogProps & { readonly most: number }) {
  const [count, setCount] = useState('')
  const draw = useCommand(OPERATIONS.drawCampaign)
  const asked = Number(count)
  return (
    <CommandDialog
      title={words.drawTitle}
      onClose={onClose}
      missing={[Number.isInteger(asked) && asked >= 1 && asked <= most ? undefined : words.count]}
      command={draw}
      input={() => ({ params: { campaignId }, ifMatch: version, body: { count: asked } })}
      onDone={() => {
        tellDone(commonWords.done(words.draw))
        onClose()
      }}
    >
      <p>{words.drawText}</p>
      <TextField label={words.count} name="count" value={count} onChange={setCount} />
    </CommandDialog>
  )
}

function StartDialog({ campaignId, version, onClose }: CampaignDialogProps) {
  const start = useCommand(OPERATIONS.startCampaign)
  return (
    <CommandDialog
      title={words.start}
      onClose={onClose}
      command={start}
      input={() => ({ params: { campaignId }, ifMatch: version })}
      onDone={() => {
        tellDone(commonWords.done(words.start))
        onClose()
      }}
    >
      <p>{words.startText}</p>
    </CommandDialog>
  )
}
