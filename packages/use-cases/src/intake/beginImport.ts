import type { beginImport as operation } from '@anjie/contracts/operations/intake'
import { importParts, MAX_IMPORT_BYTES } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IMPORT_LISTS } from '@anjie/contracts/vocabulary/intake/importList'
import { filled } from '@anjie/contracts/vocabulary/part'
import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { importBatchId } from '@anjie/domain/intake/importOwner'
import { begunImport } from '@anjie/domain/intake/importSteps'
import { mayImport } from '@anjie/domain/intake/importTransitions'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitImport } from './commitImport.ts'
import { IMPORTED_LISTS } from './lists/index.ts'

type Begun = Command<InputOf<typeof operation>>

/** What a browser calls a spreadsheet differs from desk to desk; what it is, the reader tells by its bytes. */
const ANY_FILE = 'application/octet-stream'

const begin: Begun = async (context, { body }) => {
  const { store, scope, member, now } = context
  const { list, target, fileName, bytes, defaults = [] } = body
  if (!mayImport(list, member))
    return err({ code: 'not-permitted', detail: `您的岗位不能导入“${IMPORT_LISTS[list].name}”` })
  const sheet = await IMPORTED_LISTS[list].sheet(context, target)
  if (!sheet.ok) return sheet
  const { about, form, defaults: open } = sheet.value
  const id = importBatchId(scope, context.newId())
  await store.putParts('import-batch', id, [filled(importParts.form(), form)])
  const given = Object.fromEntries(
    defaults.filter(({ field }) => open.some((each) => each.field === field)).map(({ field, value }) => [field, value]),
  )
  return commitImport(
    context,
    0,
    begunImport(
      { id, list, ...(target === undefined ? {} : { target }), about, fileName, bytes, defaults: given },
      member,
      now,
    ),
  )
}

/** The form is good for ten minutes and a repeat is answered for a week, so each answer gets a form of its own for the same file. */
const uploadForm: NonNullable<Begun['completeAnswer']> = async ({ evidence }, _input, { id }) =>
  ok({ upload: await evidence.uploadForm(importFileKey(id), ANY_FILE, MAX_IMPORT_BYTES) })

/** 新建导入: answers with the form by which the browser sends the file straight to the file store. */
export const beginImport = Object.assign(begin, { completeAnswer: uploadForm })
