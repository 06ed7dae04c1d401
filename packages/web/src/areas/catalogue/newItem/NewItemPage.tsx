import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { catalogueWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { tellDone } from '../../../ui/told.ts'
import { ItemFields } from '../form/ItemFields.tsx'
import { contentOf, emptyDraft } from '../form/itemDraft.ts'

/** 列入目录. */
export default function NewItemPage() {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState(emptyDraft)
  const [apartBecause, setApartBecause] = useState('')
  const record = useCommand(OPERATIONS.recordCatalogueItem)
  const send = async () => {
    const reply = await record.run({
      body: {
        code: code.trim(),
        content: contentOf(draft),
        ...(apartBecause.trim() === '' ? {} : { apartBecause: apartBecause.trim() }),
      },
    })
    if (reply === undefined) return
    tellDone(words.done.record)
    void navigate(`/catalogue/${reply.id}`)
  }
  return (
    <Form problem={record.problem} onSubmit={() => void send()}>
      <PageHead title={words.newTitle} back={{ to: '/catalogue', label: words.back }}>
        <Button isMain submits waiting={record.waiting}>
          {words.create}
        </Button>
      </PageHead>
      <section className="panel stack">
        <TextField label={words.code} name="code" value={code} hint={words.codeHint} onChange={setCode} autoFocus />
        <ItemFields draft={draft} onChange={setDraft} apartBecause={apartBecause} onApart={setApartBecause} />
      </section>
    </Form>
  )
}
