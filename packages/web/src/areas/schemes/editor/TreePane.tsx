import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { schemeWords as words, workbookWords } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { allNodes } from '../fields/schemeNames.ts'
import { isTabular } from '../workbook/pasteIndicators.ts'
import type { Selection } from './editorState.ts'
import { newNode } from './newNode.ts'
import { SchemeTree } from './SchemeTree.tsx'
import { SectionList } from './SectionList.tsx'
import { findNode, insertNode, moveNode, nudge, removeNode } from './tree.ts'

interface TreePaneProps {
  readonly scheme: Scheme
  readonly selection: Selection
  /** The chosen node; undefined while another part is chosen. */
  readonly node: SchemeNode | undefined
  readonly editable: boolean
  /** What is wrong with a node, by its code. */
  readonly marked: ReadonlyMap<string, string>
  readonly onSelect: (selection: Selection) => void
  /** A new tree, and which node is chosen then. */
  readonly onEdit: (root: SchemeNode, code: string) => void
  /** Asks for the paste dialog, with text to start from. */
  readonly onPaste: (text: string) => void
}

const DIRECTIONS = { up: words.moveUp, down: words.moveDown, left: words.moveOut, right: words.moveIn } as const

/** The left side: the parts of a scheme, its tree, and what can be done to the chosen node. */
export function TreePane({ scheme, selection, node, editable, marked, onSelect, onEdit, onPaste }: TreePaneProps) {
  const { root } = scheme
  const add = (target: string, kind: 'leaf' | 'branch') => {
    const fresh = newNode(scheme, kind)
    onEdit(insertNode(root, target, findNode(root, target)?.kind === 'branch' ? 'inside' : 'after', fresh), fresh.code)
  }
  const remove = (code: string) => {
    const found = findNode(root, code)
    if (found === undefined || code === root.code) return
    const name = found.name || words.unnamed
    void askFirst({
      title: words.deleteTitle(name),
      text: words.deleteText(name, allNodes(found).length - 1),
      yes: words.deleteNode,
      no: commonWords.cancel,
      isDanger: true,
    }).then((yes) => {
      if (yes) onEdit(removeNode(root, code), root.code)
    })
  }
  return (
    <div>
      <div
        className="tree-panel"
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (!editable || node?.kind !== 'branch' || !isTabular(text)) return
          event.preventDefault()
          onPaste(text)
        }}
      >
        <SectionList items={scheme.items.length} selection={selection} onSelect={onSelect} />
        <SchemeTree
          root={root}
          selected={node?.code}
          editable={editable}
          marked={marked}
          onSelect={(code) => onSelect({ kind: 'node', code })}
          onMove={(code, target, place) => onEdit(moveNode(root, code, target, place), code)}
          onNudge={(code, direction) => onEdit(nudge(root, code, direction), code)}
          onAdd={(after) => add(after, 'leaf')}
          onDelete={remove}
        />
      </div>
      {editable && node !== undefined && (
        <div className="row tree-tools">
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
            onClick={() => onPaste('')}
          >
            {workbookWords.paste}
          </Button>
          {(['up', 'down', 'left', 'right'] as const).map((direction) => (
            <Button
              key={direction}
              isSmall
              disabled={node.code === root.code}
              onClick={() => onEdit(nudge(root, node.code, direction), node.code)}
            >
              {DIRECTIONS[direction]}
            </Button>
          ))}
          <Button isSmall isDanger disabled={node.code === root.code} onClick={() => remove(node.code)}>
            {words.deleteNode}
          </Button>
        </div>
      )}
      {editable && <p className="quiet small">{words.treeKeys}</p>}
    </div>
  )
}
