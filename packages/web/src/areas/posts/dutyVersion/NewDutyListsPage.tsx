import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { tellDone } from '../../../ui/told.ts'
import { BLANK_LISTS } from './editedLists.ts'
import { ListsFields } from './ListsFields.tsx'

/** 起草 from nothing; a county rather copies the province's template. */
export default function NewDutyListsPage() {
  const navigate = useNavigate()
  const draft = useCommand(OPERATIONS.draftDutyLists)
  const [content, setContent] = useState(BLANK_LISTS)
  return (
    <>
      <PageHead title={words.create} back={{ to: '/duty-lists', label: words.back }} />
      <Form
        className="panel stack"
        problem={draft.problem}
        onSubmit={() => {
          void draft.run({ body: content }).then((reply) => {
            if (reply === undefined) return
            tellDone(words.drafted)
            void navigate(`/duty-lists/${reply.id}`)
          })
        }}
      >
        <ListsFields content={content} onChange={setContent} />
        <span className="row end">
          <Button isMain submits waiting={draft.waiting}>
            {words.save}
          </Button>
        </span>
      </Form>
    </>
  )
}
