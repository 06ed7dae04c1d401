import type { CatalogueContent, CatalogueEdition } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { CATALOGUE_FIELD_NAMES, changedFields, fieldText } from '@anjie/domain/catalogue/catalogueFields'
import { CATALOGUE_STATUS_NAMES } from '@anjie/domain/catalogue/catalogueTransitions'
import { SCHEME_STATUS_NAMES } from '@anjie/domain/schemes/schemeTransitions'
import { Fragment, useState } from 'react'
import { Link, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { catalogueWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { tellDone } from '../../../ui/told.ts'
import { DoubleLines, ItemFields } from '../form/ItemFields.tsx'
import { contentOf, draftOf } from '../form/itemDraft.ts'

type ItemCase = Answer<(typeof OPERATIONS)['getCatalogueItem']>

const FIELDS = Object.keys(CATALOGUE_FIELD_NAMES) as readonly (keyof CatalogueContent)[]

/** One item: what it says today, what it said before, who took it, what asks the same. */
export default function CatalogueItemPage() {
  const { catalogueItemId = '' } = useParams()
  const read = useRead(OPERATIONS.getCatalogueItem, { params: { catalogueItemId } })
  return (
    <ReadState read={read}>
      {(found) => <Found key={catalogueItemId} found={found} loadNewest={() => void read.refetch()} />}
    </ReadState>
  )
}

function Found({ found, loadNewest }: { found: ItemCase; loadNewest: () => void }) {
  const { state } = found
  const [asked, setAsked] = useState<'revise' | 'end' | undefined>(undefined)
  const may = (action: string) => found.allowed.some((each) => each.action === action && each.allowed)
  if (asked === 'revise') return <Revise found={found} onClose={() => setAsked(undefined)} />
  return (
    <>
      <PageHead
        title={state.content.name}
        back={{ to: '/catalogue', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{CATALOGUE_STATUS_NAMES[state.status]}</StateMark>}
        sub={
          <>
            <code>{state.code}</code> · {words.editionOf(state.edition)}
          </>
        }
      >
        {may('end') && (
          <Button isDanger onClick={() => setAsked('end')}>
            {words.end}
          </Button>
        )}
        {may('revise') && (
          <Button isMain onClick={() => setAsked('revise')}>
            {words.revise}
          </Button>
        )}
      </PageHead>
      {state.endedFor !== undefined && <Callout tone="stop" title={words.endedFor(state.endedFor)} />}
      {found.doubles.length > 0 && (
        <Callout tone="due" title={words.doublesFound(found.doubles.length)}>
          <DoubleLines doubles={found.doubles} />
          {state.apart !== undefined && (
            <p>
              {words.apartBecause}：{state.apart.because}
            </p>
          )}
        </Callout>
      )}
      <div className="split even">
        <section className="panel">
          <h2>{words.content}</h2>
          <dl className="facts">
            {FIELDS.map((field) => [field, fieldText(field, state.content)] as const)
              .filter(([, text]) => text !== '')
              .map(([field, text]) => (
                <Fragment key={field}>
                  <dt>{CATALOGUE_FIELD_NAMES[field]}</dt>
                  <dd>{text}</dd>
                </Fragment>
              ))}
          </dl>
        </section>
        <Uses found={found} />
      </div>
      <Editions editions={found.editions} />
      <div className="below">
        <CaseTimeline kind="catalogue-item" recordId={state.id} page={found} />
      </div>
      {asked === 'end' && <End found={found} onClose={() => setAsked(undefined)} loadNewest={loadNewest} />}
    </>
  )
}

function Uses({ found: { uses, usesElsewhere, state } }: { found: ItemCase }) {
  return (
    <section className="panel">
      <h2>{words.uses}</h2>
      {uses.length === 0 ? (
        <p className="quiet">{words.noUses}</p>
      ) : (
        <Table
          caption={words.uses}
          rows={uses}
          rowKey={(use) => use.schemeId}
          columns={[
            {
              key: 'scheme',
              name: words.scheme,
              text: (use) => use.name,
              show: (use) => <Link to={`/schemes/${use.schemeId}`}>{use.name}</Link>,
              isRowHead: true,
              wraps: true,
            },
            { key: 'year', name: words.year, text: (use) => String(use.year) },
            {
              key: 'status',
              name: words.status,
              text: (use) => SCHEME_STATUS_NAMES[use.status],
              show: (use) => <StateMark tone={toneOf(use.status)}>{SCHEME_STATUS_NAMES[use.status]}</StateMark>,
            },
            {
              key: 'edition',
              name: words.edition,
              text: (use) => words.editionOf(use.edition),
              show: (use) => (
                <>
                  {words.editionOf(use.edition)}
                  {use.edition < state.edition && (
                    <>
                      {' '}
                      <StateMark tone="off">{words.outdated}</StateMark>
                    </>
                  )}
                </>
              ),
            },
            { key: 'item', name: words.itemInScheme, text: (use) => use.item, show: (use) => <code>{use.item}</code> },
          ]}
        />
      )}
      {usesElsewhere > 0 && <p className="quiet small">{words.usesElsewhere(usesElsewhere)}</p>}
    </section>
  )
}

function Editions({ editions }: { editions: readonly CatalogueEdition[] }) {
  const changeOf = (edition: CatalogueEdition): readonly string[] => {
    const before = editions.find((each) => each.edition === edition.edition - 1)
    return before === undefined
      ? [words.first, edition.content.definition]
      : changedFields(before.content, edition.content).map((change) =>
          words.fieldChange(change.name, change.before, change.after),
        )
  }
  return (
    <section className="panel">
      <h2>{words.editions}</h2>
      <Table
        caption={words.editions}
        rows={editions}
        rowKey={(edition) => String(edition.edition)}
        columns={[
          { key: 'edition', name: words.edition, text: (each) => words.editionOf(each.edition), isRowHead: true },
          { key: 'since', name: words.since, text: (each) => instantText(each.since) },
          {
            key: 'changed',
            name: words.changed,
            text: (each) => changeOf(each).join('；'),
            show: (each) => changeOf(each).map((line) => <div key={line}>{line}</div>),
            wraps: true,
          },
          { key: 'reason', name: words.reason, text: (each) => each.reason ?? '', wraps: true },
        ]}
      />
    </section>
  )
}

function Revise({ found: { state, version }, onClose }: { found: ItemCase; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(state.content))
  const [reason, setReason] = useState('')
  const [apartBecause, setApartBecause] = useState('')
  const revise = useCommand(OPERATIONS.reviseCatalogueItem)
  const send = async () => {
    const reply = await revise.run({
      params: { catalogueItemId: state.id },
      ifMatch: version,
      body: {
        content: contentOf(draft),
        reason: reason.trim(),
        ...(apartBecause.trim() === '' ? {} : { apartBecause: apartBecause.trim() }),
      },
    })
    if (reply === undefined) return
    tellDone(words.done.revise)
    onClose()
  }
  return (
    <Form problem={revise.problem} onSubmit={() => void send()}>
      <PageHead title={words.reviseTitle(state.content.name)} sub={words.reviseText}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button isMain submits waiting={revise.waiting}>
          {words.save}
        </Button>
      </PageHead>
      <section className="panel stack">
        <ItemFields
          draft={draft}
          onChange={setDraft}
          apartBecause={apartBecause}
          onApart={setApartBecause}
          except={state.code}
          answered={state.apart?.from ?? []}
        />
        <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} />
      </section>
    </Form>
  )
}

interface EndProps {
  readonly found: ItemCase
  readonly onClose: () => void
  readonly loadNewest: () => void
}

function End({ found: { state, version }, onClose, loadNewest }: EndProps) {
  const [reason, setReason] = useState('')
  const end = useCommand(OPERATIONS.endCatalogueItem)
  return (
    <CommandDialog
      title={words.endTitle(state.content.name)}
      danger
      confirmLabel={words.end}
      onClose={onClose}
      loadNewest={loadNewest}
      disabled={reason.trim().length < 2}
      command={end}
      input={() => ({
        params: { catalogueItemId: state.id },
        ifMatch: version,
        body: { reason: reason.trim() },
      })}
      onDone={() => {
        tellDone(words.done.end)
        onClose()
      }}
    >
      <p>{words.endText}</p>
      <TextField label={words.endReason} name="reason" value={reason} onChange={setReason} autoFocus />
    </CommandDialog>
  )
}
