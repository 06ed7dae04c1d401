import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import type { PickerOption } from '../../../ui/picker/matches.ts'

/** Items of the catalogue for a picker, which asks the server as somebody types. */
export function useCatalogueOptions() {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const name = typed?.trim() ?? ''
  const read = useRead(
    OPERATIONS.listCatalogue,
    { query: { stage: 'open', ...(name === '' ? {} : { name }) } },
    { enabled: typed !== undefined, keepsShown: true },
  )
  const options = (read.data?.rows ?? []).map(
    ({ id, title, fields }): PickerOption => ({
      value: id,
      label: title,
      detail: `${fields.code} · ${fields.unit} · ${fields.definition.slice(0, 30)}`,
    }),
  )
  return { options, onAsk: setTyped, isAsking: read.isFetching }
}
