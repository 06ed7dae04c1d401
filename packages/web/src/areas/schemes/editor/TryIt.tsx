import type { LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useMemo, useState } from 'react'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { findNode } from './tree.ts'
import { itemsToTry, type TriedItem, tryRule } from './tryRule.ts'

const NOTHING: TriedItem = { own: '', peers: '' }

/** Figures typed here are scored in the browser by the same engine that scores the cycle. */
export function TryIt({ scheme, leaf }: { scheme: Scheme | undefined; leaf: LeafNode }) {
  const [tried, setTried] = useState<ReadonlyMap<string, TriedItem>>(() => new Map())
  const [chosenGroup, setGroup] = useState('')
  const group = scheme?.groups.find((each) => each.code === chosenGroup)?.code ?? scheme?.groups[0]?.code ?? ''
  const sound = scheme === undefined ? undefined : findNode(scheme.root, leaf.code)
  const current = sound?.kind === 'leaf' ? sound : undefined
  const items = useMemo(
    () => (scheme === undefined || current === undefined ? [] : itemsToTry(scheme, current, group)),
    [scheme, current, group],
  )
  const score = useMemo(
    () =>
      scheme === undefined || current === undefined || tried.size === 0
        ? undefined
        : tryRule(scheme, current, group, tried),
    [scheme, current, group, tried],
  )
  if (scheme === undefined || current === undefined) return <p className="quiet">{words.tryUnfinished}</p>
  if (items.length === 0) return <p className="quiet">{words.tryEmpty}</p>
  const put = (code: string, change: Partial<TriedItem>) =>
    setTried(new Map(tried).set(code, { ...(tried.get(code) ?? NOTHING), ...change }))
  return (
    <div className="stack">
      <p className="quiet small">{words.tryHint}</p>
      {scheme.groups.length > 1 && (
        <ChoiceField
          label={words.tryGroup}
          value={group}
          choices={scheme.groups.map((each) => ({ value: each.code, label: each.name }))}
          onChange={setGroup}
        />
      )}
      <Table
        caption={words.tryIt}
        isHeadless
        rows={items}
        rowKey={(item) => item.code}
        columns={[
          {
            key: 'item',
            name: words.items,
            text: (item) => item.name,
            show: (item) => (
              <>
                {item.name} <span className="quiet small">{item.unit}</span>
              </>
            ),
            isRowHead: true,
          },
          {
            key: 'own',
            name: words.trySubject,
            text: (item) => tried.get(item.code)?.own ?? '',
            show: (item) => (
              <input
                className="plain-input"
                data-testid={`try-${item.code}`}
                aria-label={`${words.trySubject} ${item.name}`}
                inputMode="decimal"
                placeholder={words.trySubject}
                value={tried.get(item.code)?.own ?? ''}
                onChange={(event) => put(item.code, { own: event.target.value })}
              />
            ),
          },
          {
            key: 'peers',
            name: words.tryPeers,
            text: (item) => tried.get(item.code)?.peers ?? '',
            show: (item) => (
              <input
                className="plain-input wide"
                aria-label={`${item.name} ${words.tryPeers}`}
                placeholder={words.tryPeers}
                value={tried.get(item.code)?.peers ?? ''}
                onChange={(event) => put(item.code, { peers: event.target.value })}
              />
            ),
          },
        ]}
      />
      {score !== undefined && (
        <div className="row" role="status" data-testid="try-result">
          <span>
            {words.tryPoints} <strong>{score.points === null ? '' : shortFigure(score.points)}</strong>
          </span>
          {score.figures.map((figure) => (
            <span className="quiet small" key={`${figure.label} ${figure.value}`}>
              {figure.label}＝{shortFigure(figure.value)}
            </span>
          ))}
          {score.next !== null && <span className="quiet small">{score.next}</span>}
        </div>
      )}
    </div>
  )
}
