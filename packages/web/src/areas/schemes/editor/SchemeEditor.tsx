import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type Dispatch, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { PasteIndicators } from '../workbook/PasteIndicators.tsx'
import { type Assessment, assessDraft } from './assessDraft.ts'
import { ChosenPart } from './ChosenPart.tsx'
import type { EditorAction, EditorState, Selection } from './editorState.ts'
import { FindingsStrip } from './FindingsStrip.tsx'
import { TreePane } from './TreePane.tsx'
import { findNode, insertNode } from './tree.ts'
import './SchemeEditor.css'

interface SchemeEditorProps {
  readonly state: EditorState
  readonly dispatch: Dispatch<EditorAction>
  readonly editable: boolean
  readonly children?: ReactNode
}

/** What the integrity check says of a draft, a moment after it was typed. */
export function useAssessment(scheme: Scheme): Assessment {
  const later = useDeferredValue(scheme)
  return useMemo(() => assessDraft(later), [later])
}

/** Left the tree, right the chosen part, below the findings. */
export function SchemeEditor({ state, dispatch, editable, children }: SchemeEditorProps) {
  const { scheme, selection } = state
  const assessment = useAssessment(scheme)
  const node = selection.kind === 'node' ? (findNode(scheme.root, selection.code) ?? scheme.root) : undefined
  // Text to start the paste dialog with; undefined while it is closed.
  const [pasting, setPasting] = useState<string | undefined>(undefined)
  const select = (next: Selection) => dispatch({ type: 'select', selection: next })
  const editTree = (root: SchemeNode, code: string) =>
    dispatch({ type: 'edit', scheme: { ...scheme, root }, selection: { kind: 'node', code } })
  const marked = useMemo(() => marksOf(assessment), [assessment])
  return (
    <>
      <div className="scheme-editor">
        <TreePane
          scheme={scheme}
          selection={selection}
          node={node}
          editable={editable}
          marked={marked}
          onSelect={select}
          onEdit={editTree}
          onPaste={setPasting}
        />
        <ChosenPart
          scheme={scheme}
          selection={selection}
          node={node}
          sound={assessment.sound}
          editable={editable}
          dispatch={dispatch}
        />
      </div>
      {pasting !== undefined && node?.kind === 'branch' && (
        <PasteIndicators
          scheme={scheme}
          branch={node}
          initialText={pasting}
          onClose={() => setPasting(undefined)}
          onAdd={(nodes) =>
            editTree(
              nodes.reduce((root, added) => insertNode(root, node.code, 'inside', added), scheme.root),
              nodes[0]?.code ?? node.code,
            )
          }
        />
      )}
      <FindingsStrip findings={assessment.findings} onSelect={select} />
      {children}
    </>
  )
}

/** The error of each node, for its line in the tree. */
const marksOf = ({ findings }: Assessment): ReadonlyMap<string, string> =>
  new Map(
    findings.flatMap((finding) =>
      finding.severity === 'error' && finding.leadsTo?.kind === 'node'
        ? [[finding.leadsTo.code, finding.message] as const]
        : [],
    ),
  )
