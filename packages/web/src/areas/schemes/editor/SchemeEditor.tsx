import type { LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type Dispatch, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { blankScheme, schemeWords as words, workbookWords } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { allNodes, schemeNamesOf } from '../fields/schemeNames.ts'
import { PasteIndicators } from '../workbook/PasteIndicators.tsx'
import { isTabular } from '../workbook/pasteIndicators.ts'
import { type Assessment, assessDraft } from './assessDraft.ts'
import type { EditorAction, EditorState, Selection } from './editorState.ts'
import { FindingsStrip } from './FindingsStrip.tsx'
import { ItemsPanel } from './ItemsPanel.tsx'
import { NodePanel } from './NodePanel.tsx'
import { SchemeTree } from './SchemeTree.tsx'
import { SectionPanel } from './SectionPanel.tsx'
import { findNode, freeCode, insertNode, moveNode, nudge, removeNode, replaceNode } from './tree.ts'

interface SchemeEditorProps {
  readonly state: EditorState
  readonly dispatch: Dispatch<EditorAction>
  readonly editable: boolean
  readonly children?: ReactNode
}

const SECTIONS = ['basics', 'groups', 'capGroups', 'vetoes', 'grades', 'checks'] as const

/** What the integrity check says of a draft, a moment after it was typed. */
export function useAssessment(scheme: Scheme): Assessment {
  const later = useDeferredValue(scheme)
  return useMemo(() => assessDraft(later), [later])
}

/** Left the tree, right the chosen part, below the findings. */
export function SchemeEditor({ state, dispatch, editable, children }: SchemeEditorProps) {
  const { scheme, selection } = state
  const assessment = useAssessment(scheme)
  const names = useMemo(() => schemeNamesOf(scheme), [scheme])
  const node = selection.kind === 'node' ? (findNode(scheme.root, selection.code) ?? scheme.root) : undefined
  // Text to start the paste dialog with; undefined while it is closed.
  const [pasting, setPasting] = useState<string | undefined>(undefined)
  const select = (next: Selection) => dispatch({ type: 'select', selection: next })
  const editRoot = (root: SchemeNode, code?: string) =>
    dispatch({
      type: 'edit',
      scheme: { ...scheme, root },
      ...(code === undefined ? {} : { selection: { kind: 'node', code } }),
    })
  const marked = useMemo(
    () =>
      new Map(
        assessment.findings.flatMap((finding) =>
          finding.severity === 'error' && finding.leadsTo?.kind === 'node'
            ? [[finding.leadsTo.code, finding.message] as const]
            : [],
        ),
      ),
    [assessment],
  )

  const add = (target: string, kind: 'leaf' | 'branch') => {
    const taken = allNodes(scheme.root).map((each) => each.code)
    const leaf = newLeaf(scheme, freeCode(taken, 'N'))
    const fresh: SchemeNode =
      kind === 'leaf'
        ? leaf
        : {
            kind: 'branch',
            code: freeCode([...taken, leaf.code], 'B'),
            name: words.newBranch,
            aggregation: 'sum',
            children: [leaf],
          }
    const found = findNode(scheme.root, target)
    editRoot(insertNode(scheme.root, target, found?.kind === 'branch' ? 'inside' : 'after', fresh), fresh.code)
  }
  const remove = (code: string) => {
    const found = findNode(scheme.root, code)
    if (found === undefined || code === scheme.root.code) return
    void askFirst({
      title: words.deleteTitle(found.name),
      text: words.deleteText(found.name, allNodes(found).length - 1),
      yes: words.deleteNode,
      no: commonWords.cancel,
      isDanger: true,
    }).then((yes) => {
      if (yes) editRoot(removeNode(scheme.root, code), scheme.root.code)
    })
  }

  return (
    <>
      <div className="scheme-editor">
        <div>
          <div
            className="tree-panel"
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain')
              if (!editable || node?.kind !== 'branch' || !isTabular(text)) return
              event.preventDefault()
              setPasting(text)
            }}
          >
            <ul className="plain-list section-list">
              {SECTIONS.map((section) => (
                <li key={section}>
                  <button
                    type="button"
                    className="plain"
                    aria-current={selection.kind === 'section' && selection.section === section}
                    onClick={() => select({ kind: 'section', section })}
                  >
                    {words.sections[section]}
                  </button>
                </li>
              ))}
              <li>
                <button
                  type="button"
                  className="plain"
                  aria-current={selection.kind === 'items'}
                  onClick={() => select({ kind: 'items' })}
                >
                  {words.sections.items}（{scheme.items.length}）
                </button>
              </li>
            </ul>
            <SchemeTree
              root={scheme.root}
              selected={node?.code}
              editable={editable}
              marked={marked}
              onSelect={(code) => select({ kind: 'node', code })}
              onMove={(code, target, place) => editRoot(moveNode(scheme.root, code, target, place), code)}
              onNudge={(code, direction) => editRoot(nudge(scheme.root, code, direction), code)}
              onAdd={(after) => add(after, 'leaf')}
              onDelete={remove}
            />
          </div>
          {editable && node !== undefined && (
            <div className="row" style={{ marginTop: 8 }}>
              <Button isSmall onClick={() => add(node.code, 'leaf')}>
                {words.addLeaf}
              </Button>
              <Button isSmall onClick={() => add(node.code, 'branch')}>
                {words.addBranch}
              </Button>
              <Button
                isSmall
                disabled={node.kind !== 'branch'}
                title={node.kind === 'branch' ? undefined : workbookWords.pasteNeedsBranch}
                aria-label={workbookWords.paste}
                data-testid="paste-indicators"
                onClick={() => setPasting('')}
              >
                {workbookWords.paste}
              </Button>
              {(['up', 'down', 'left', 'right'] as const).map((direction) => (
                <Button
                  key={direction}
                  isSmall
                  disabled={node.code === scheme.root.code}
                  onClick={() => editRoot(nudge(scheme.root, node.code, direction), node.code)}
                >
                  {{ up: words.moveUp, down: words.moveDown, left: words.moveOut, right: words.moveIn }[direction]}
                </Button>
              ))}
              <Button isSmall isDanger disabled={node.code === scheme.root.code} onClick={() => remove(node.code)}>
                {words.deleteNode}
              </Button>
            </div>
          )}
          {editable && <p className="quiet small">{words.treeKeys}</p>}
        </div>
        <div>
          {node !== undefined && (
            <NodePanel
              scheme={scheme}
              sound={assessment.sound}
              node={node}
              names={names}
              editable={editable}
              onChange={(next) => editRoot(replaceNode(scheme.root, node.code, next), next.code)}
            />
          )}
          {selection.kind === 'section' && (
            <SectionPanel
              scheme={scheme}
              section={selection.section}
              names={names}
              editable={editable}
              onChange={(next) => dispatch({ type: 'edit', scheme: next })}
            />
          )}
          {selection.kind === 'items' && (
            <ItemsPanel
              scheme={scheme}
              code={selection.code}
              names={names}
              editable={editable}
              onSelect={(code) => select({ kind: 'items', code })}
              onChange={(items, code) =>
                dispatch({
                  type: 'edit',
                  scheme: { ...scheme, items },
                  selection: code === undefined ? { kind: 'items' } : { kind: 'items', code },
                })
              }
            />
          )}
        </div>
      </div>
      {pasting !== undefined && node?.kind === 'branch' && (
        <PasteIndicators
          scheme={scheme}
          branch={node}
          initialText={pasting}
          onClose={() => setPasting(undefined)}
          onAdd={(nodes) =>
            editRoot(
              nodes.reduce((root, added) => insertNode(root, node.code, 'inside', added), scheme.root),
              nodes[0]?.code,
            )
          }
        />
      )}
      <FindingsStrip findings={assessment.findings} onSelect={select} />
      {children}
    </>
  )
}

function newLeaf(scheme: Scheme, code: string): LeafNode {
  return {
    kind: 'leaf',
    code,
    name: words.newLeaf,
    points: '',
    scoredBy: blankScheme.owner,
    evidence: [],
    scoring: { method: 'fixed_deduct', item: scheme.items[0]?.code ?? '', points: '' },
  }
}
