import { beijingDate } from '@anjie/calendar-cn/plainDays'
import { effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dutyEventWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { tellDone } from '../../../ui/told.ts'

/** 登记负面事件 of one post: against a line of the negative list that was in force on its day. */
export default function NewDutyEventPage() {
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const [postId, setPostId] = useState(query.get('post') ?? '')
  const [on, setOn] = useState<string>(() => beijingDate(new Date().toISOString()))
  const [line, setLine] = useState('')
  const [ground, setGround] = useState('')
  const record = useCommand(OPERATIONS.recordDutyEvent)
  const choices = useRead(OPERATIONS.getDutyEventChoices, { query: { ...(on === '' ? {} : { on }) } } as never, {
    keepsShown: true,
  })
  const post = choices.data?.posts.find(({ id }) => id === postId)
  const lines = choices.data?.negative.find(({ postKind }) => postKind === post?.kind)?.lines ?? []
  return (
    <>
      <PageHead title={words.create} back={{ to: '/duty-events', label: words.back }} />
      <Form
        className="panel stack"
        isNarrow
        problem={record.problem}
        onSubmit={() => {
          void record.run({ body: { postId, on, line, ground } } as never).then((reply) => {
            if (reply === undefined) return
            tellDone(words.recorded)
            void navigate(`/duty-events/${reply.id}`)
          })
        }}
      >
        <p className="quiet">{words.recordText}</p>
        <PickerField
          label={words.post}
          name="postId"
          value={postId}
          options={(choices.data?.posts ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setPostId}
        />
        <DateField label={words.on} name="on" value={on} onChange={setOn} />
        <ChoiceField
          label={words.entry}
          name="line"
          value={line}
          placeholder={words.chooseLine}
          choices={lines.map(({ code, text, effect }) => ({ value: code, label: `${text}（${effectText(effect)}）` }))}
          onChange={setLine}
          {...(post !== undefined && lines.length === 0 ? { hint: words.noLists } : {})}
        />
        <TextField
          label={words.ground}
          name="ground"
          value={ground}
          rows={4}
          most={1000}
          hint={words.groundHint}
          onChange={setGround}
        />
        <span className="row end">
          <Button isMain submits waiting={record.waiting}>
            {words.create}
          </Button>
        </span>
      </Form>
    </>
  )
}
