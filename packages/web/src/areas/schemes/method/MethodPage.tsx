import type { PublicMethodNode } from '@anjie/contracts/vocabulary/publicRecords'
import { describeMethod, type MethodDescription } from '@anjie/domain/schemes/describeMethod'
import { SCHEME_STATUS_NAMES } from '@anjie/domain/schemes/schemeTransitions'
import { beijingDay } from '@anjie/kernel'
import { type ReactNode, useMemo } from 'react'
import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useConfig } from '../../../app/configContext.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { methodWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import './MethodPage.css'

type SchemeCase = Answer<(typeof OPERATIONS)['getScheme']>

/** 考评办法: a scheme in whole sentences, as an office would publish it, made from the rules themselves; it prints as it stands. */
export default function MethodPage() {
  const { schemeId = '' } = useParams()
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId } })
  return <ReadState read={scheme}>{(found) => <Found found={found} />}</ReadState>
}

function Found({ found }: { found: SchemeCase }) {
  const { publicOrigin } = useConfig()
  const { id, status, scheme, publishedAt } = found.state
  const method = useMemo(() => describeMethod(scheme), [scheme])
  return (
    <>
      <PageHead
        title={words.titleOf(method.name)}
        back={{ to: `/schemes/${id}`, label: method.name }}
        state={<StateMark tone={toneOf(status)}>{SCHEME_STATUS_NAMES[status]}</StateMark>}
        sub={status === 'draft' ? words.draft : undefined}
      >
        <div className="row no-print">
          {status !== 'draft' && (
            <a
              href={publicLinks.method(publicOrigin, id)}
              target="_blank"
              rel="noreferrer"
              data-testid="public-method-link"
            >
              {words.publicPage}
            </a>
          )}
          <Button aria-label={words.print} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </PageHead>
      <article className="panel method" data-testid="method">
        <dl className="facts">
          <dt>{words.year}</dt>
          <dd>{words.yearOf(method.year)}</dd>
          <dt>{words.subject}</dt>
          <dd>{method.subject}</dd>
          <dt>{words.code}</dt>
          <dd>
            <code>{method.code}</code>
          </dd>
          {publishedAt !== undefined && (
            <>
              <dt>{words.publishedOn}</dt>
              <dd>{dayText(beijingDay(publishedAt))}</dd>
            </>
          )}
          <dt>{words.source}</dt>
          <dd>
            <Source source={method.source} />
          </dd>
        </dl>
        {method.definition !== '' && <p>{method.definition}</p>}
        <Part title={words.basics}>
          <Sentences texts={method.basics} />
        </Part>
        <Groups groups={method.groups} />
        <Part title={words.indicators}>
          <Nodes nodes={method.nodes} />
        </Part>
        {method.counted !== undefined && (
          <Part title={words.counted}>
            <Sentences texts={method.counted} />
          </Part>
        )}
        {method.capGroups.length > 0 && (
          <Part title={words.capGroups}>
            <Sentences texts={method.capGroups} />
          </Part>
        )}
        {method.vetoes.length > 0 && (
          <Part title={words.vetoes}>
            <ul>
              {method.vetoes.map((veto) => (
                <li key={veto.name}>
                  <strong>{veto.name}</strong>：{veto.rule}
                  {veto.source !== undefined && words.basis(veto.source)}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {method.escalations !== undefined && (
          <Part title={words.escalations}>
            <Sentences texts={method.escalations} />
          </Part>
        )}
        {method.grades.length > 0 && (
          <Part title={words.grades}>
            <ol>
              {method.grades.map((grade) => (
                <li key={grade.name}>
                  <strong>{grade.name}</strong>：{grade.conditions}。
                </li>
              ))}
            </ol>
            {method.quotas.length > 0 && <Sentences texts={method.quotas} />}
          </Part>
        )}
        <Part title={words.ranking}>
          <Sentences texts={method.ranking} />
        </Part>
        <Part title={words.missing}>
          <Sentences texts={method.missing} />
        </Part>
      </article>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const Sentences = ({ texts }: { texts: readonly string[] }) => (
  <ul>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)

function Source({ source }: { source: MethodDescription['source'] }) {
  const { document, clause, note, url } = source
  const text = `${document}${clause === undefined ? '' : ` ${clause}`}${note === undefined ? '' : `（${note}）`}`
  if (url === undefined) return text
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}

function Groups({ groups }: { groups: MethodDescription['groups'] }) {
  // One group without rules of its own says nothing.
  if (groups.length < 2 && groups.every(({ changes }) => changes.length === 0)) return null
  return (
    <Part title={words.groups}>
      <p>{words.groupsText(groups.length)}</p>
      <ul>
        {groups.map(({ name, definition, changes }) => (
          <li key={name}>
            <strong>{name}</strong>
            {definition !== undefined && `：${definition}`}
            {changes.length > 0 && <Sentences texts={changes} />}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** The root says only how the total is made; it stands above the table. */
function Nodes({ nodes }: { nodes: readonly PublicMethodNode[] }) {
  const [root, ...below] = nodes
  const shown = below.length === 0 ? nodes : below
  const hasWorth = shown.some(({ points, weight }) => points !== undefined || weight !== undefined)
  return (
    <>
      {below.length > 0 && root !== undefined && <p>{root.clause}</p>}
      <Table
        caption={words.indicatorCount(shown.filter(({ isHeading }) => !isHeading).length)}
        withCaption
        isFramed
        rows={shown}
        rowKey={(node) => node.code}
        columns={[
          {
            key: 'indicator',
            name: words.indicator,
            text: (node) => node.name,
            show: (node) => (
              <span className={`indented indent-${Math.min(Math.max(0, node.level - 2), 6)}`}>
                {node.isHeading ? <strong>{node.name}</strong> : node.name}
              </span>
            ),
            isRowHead: true,
            wraps: true,
          },
          ...(hasWorth
            ? [
                {
                  key: 'worth',
                  name: words.worth,
                  text: (node: PublicMethodNode) => words.worthOf(node.points, node.weight),
                },
              ]
            : []),
          {
            key: 'rule',
            name: words.rule,
            text: (node) => node.clause,
            wraps: true,
            show: (node) => (
              <>
                {node.clause}
                {node.definition !== undefined && (
                  <div className="quiet small">
                    {words.note}：{node.definition}
                  </div>
                )}
                {node.source !== undefined && <div className="quiet small">{words.basis(node.source)}</div>}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
