import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { CATALOGUE_FIELD_NAMES, FROZEN_FIELDS, fieldText } from '@anjie/domain/catalogue/catalogueFields'
import { takeItem } from '@anjie/domain/catalogue/takeItem'
import { Fragment, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { takeWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { useCatalogueOptions } from './useCatalogueOptions.ts'

interface TakeItemDialogProps {
  /** A code that is free in the scheme. */
  readonly code: string
  readonly onTake: (item: DataItem) => void
  readonly onClose: () => void
}

/** 从目录引用: one item is found, looked at and taken as a frozen copy. */
export function TakeItemDialog({ code: free, onTake, onClose }: TakeItemDialogProps) {
  const { options, onAsk, isAsking } = useCatalogueOptions()
  const [chosen, setChosen] = useState('')
  const [code, setCode] = useState(free)
  const read = useRead(OPERATIONS.getCatalogueItem, { params: { catalogueItemId: chosen } }, { enabled: chosen !== '' })
  const entry = chosen === '' ? undefined : read.data?.state
  return (
    <Dialog
      title={words.takeTitle}
      open
      confirmLabel={words.confirm}
      onClose={onClose}
      disabled={entry === undefined || code.trim() === ''}
      onConfirm={() => {
        if (entry !== undefined)
          onTake(takeItem({ code: entry.code, edition: entry.edition }, entry.content, code.trim()))
      }}
    >
      <p className="quiet">{words.takeText}</p>
      <PickerField
        label={words.pick}
        value={chosen}
        options={options}
        onAsk={onAsk}
        isAsking={isAsking}
        {...(entry === undefined ? {} : { chosenLabel: entry.content.name })}
        onChange={setChosen}
      />
      <TextField label={words.itemCode} value={code} onChange={setCode} />
      {entry !== undefined && <ContentFacts content={entry.content} />}
    </Dialog>
  )
}

const ContentFacts = ({ content }: { content: CatalogueContent }) => (
  <dl className="facts">
    {FROZEN_FIELDS.map((field) => [field, fieldText(field, content)] as const)
      .filter(([, text]) => text !== '')
      .map(([field, text]) => (
        <Fragment key={field}>
          <dt>{CATALOGUE_FIELD_NAMES[field]}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
  </dl>
)
