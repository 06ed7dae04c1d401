import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { wholeNumber } from '../../../ui/wholeNumber.ts'

/** An item while it is being written: every field a text. */
export type ItemDraft = { readonly [F in keyof Required<CatalogueContent>]: string }

export const emptyDraft: ItemDraft = {
  name: '',
  unit: '',
  definition: '',
  period: 'year',
  filledBy: 'subject',
  supplier: '',
  sourceSystem: '',
  rollUp: 'sum',
  overTime: 'sum',
  absentMeans: 'missing',
  min: '0',
  max: '',
  digits: '0',
  owner: '',
}

export const draftOf = (content: CatalogueContent): ItemDraft => ({
  ...content,
  supplier: content.supplier ?? '',
  sourceSystem: content.sourceSystem ?? '',
  min: content.min ?? '',
  max: content.max ?? '',
  digits: content.digits === undefined ? '' : String(content.digits),
})

/** What is sent: what was left empty is left out. The server names what is wrong with the rest. */
export function contentOf(draft: ItemDraft): CatalogueContent {
  const { supplier, sourceSystem, min, max, digits, ...rest } = draft
  const given = { supplier, sourceSystem, min, max }
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== '')),
    ...(digits.trim() === '' ? {} : { digits: wholeNumber(digits) ?? digits }),
    // The choices of the form are those of the contract, and a wrong number is refused by name.
  } as CatalogueContent
}
