import type { BranchNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useState } from 'react'
import { workbookWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { pasteIndicators } from './pasteIndicators.ts'
import { type SheetFault, SheetFaults } from './SheetFaults.tsx'

interface PasteIndicatorsProps {
  readonly scheme: Scheme
  readonly branch: BranchNode
  /** What was pasted onto the tree itself. */
  readonly initialText: string
  readonly onClose: () => void
  readonly onAdd: (nodes: readonly SchemeNode[]) => void
}

/** Rows copied in a spreadsheet, put below the chosen heading: all of them, or none and a list of what is wrong with which row. */
export function PasteIndicators({ scheme, branch, initialText, onClose, onAdd }: PasteIndicatorsProps) {
  const [text, setText] = useState(initialText)
  const [faults, setFaults] = useState<readonly SheetFault[]>([])
  const [working, setWorking] = useState(false)
  const add = async () => {
    setWorking(true)
    const nodes = await pasteIndicators(text, scheme, branch.code)
    setWorking(false)
    if (!nodes.ok) return setFaults(nodes.error)
    onAdd(nodes.value)
    tellDone(words.pasted(nodes.value.length))
    onClose()
  }
  return (
    <Dialog
      title={words.pasteTitle(branch.name)}
      open
      width={760}
      confirmLabel={words.pasteConfirm}
      disabled={text.trim() === ''}
      waiting={working}
      onClose={onClose}
      onConfirm={() => void add()}
    >
      <p>{words.pasteText}</p>
      <p className="quiet small">{words.pasteRule}</p>
      <TextField
        label={words.pasteLabel}
        value={text}
        rows={8}
        onChange={(next) => {
          setText(next)
          setFaults([])
        }}
        autoFocus
      />
      {faults.length > 0 && <SheetFaults title={words.pasteFaultsTitle(faults.length)} faults={faults} pasted />}
    </Dialog>
  )
}
