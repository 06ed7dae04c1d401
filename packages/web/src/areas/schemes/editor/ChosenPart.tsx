import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type Dispatch, useEffect, useMemo, useRef } from 'react'
import { schemeNamesOf } from '../fields/schemeNames.ts'
import type { EditorAction, Selection } from './editorState.ts'
import { focusField } from './focusField.ts'
import { ItemsPanel } from './ItemsPanel.tsx'
import { NodePanel } from './NodePanel.tsx'
import { SectionPanel } from './SectionPanel.tsx'
import { replaceNode } from './tree.ts'

interface ChosenPartProps {
  readonly scheme: Scheme
  readonly selection: Selection
  readonly node: SchemeNode | undefined
  /** The scheme without gaps, once there is one. */
  readonly sound: Scheme | undefined
  readonly editable: boolean
  readonly dispatch: Dispatch<EditorAction>
}

/** The right side: the form of what is chosen; a finding that names a field leads into it. */
export function ChosenPart({ scheme, selection, node, sound, editable, dispatch }: ChosenPartProps) {
  const names = useMemo(() => schemeNamesOf(scheme), [scheme])
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (panel.current !== null && selection.field !== undefined) focusField(panel.current, selection.field)
  }, [selection])
  const edit = (next: Scheme, chosen?: Selection) =>
    dispatch({ type: 'edit', scheme: next, ...(chosen === undefined ? {} : { selection: chosen }) })
  return (
    <div ref={panel}>
      {node !== undefined && (
        <NodePanel
          scheme={scheme}
          sound={sound}
          node={node}
          names={names}
          editable={editable}
          onChange={(next) =>
            edit({ ...scheme, root: replaceNode(scheme.root, node.code, next) }, { kind: 'node', code: next.code })
          }
        />
      )}
      {selection.kind === 'section' && (
        <SectionPanel
          scheme={scheme}
          section={selection.section}
          names={names}
          editable={editable}
          onChange={(next) => edit(next, { kind: 'section', section: selection.section })}
        />
      )}
      {selection.kind === 'items' && (
        <ItemsPanel
          scheme={scheme}
          code={selection.code}
          names={names}
          editable={editable}
          onSelect={(code) => dispatch({ type: 'select', selection: { kind: 'items', code } })}
          onChange={(items, code) =>
            edit({ ...scheme, items }, code === undefined ? { kind: 'items' } : { kind: 'items', code })
          }
        />
      )}
    </div>
  )
}
