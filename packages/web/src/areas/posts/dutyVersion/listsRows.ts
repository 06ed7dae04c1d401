import type { DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { lineText } from '@anjie/domain/posts/duty-lists/dutyListsDifference'
import { DUTY_LIST_NAMES, DUTY_LISTS } from '@anjie/domain/posts/duty-lists/listsFault'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'

/** The four lists as a paper: each list a row, its lines numbered. */
export const listsRows = (content: DutyListsContent): readonly PaperRow[] => [
  { label: words.postKind, text: POST_KINDS[content.postKind].name },
  ...(content.isExample ? [{ label: words.example, text: words.exampleNote }] : []),
  ...DUTY_LISTS.map((list) => ({
    label: DUTY_LIST_NAMES[list],
    text: content[list].map((line, at) => `${at + 1}．${lineText(line)}`).join('\n'),
  })),
]
