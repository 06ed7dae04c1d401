import { useState } from 'react'
import { ApiProblem } from '../src/ui/apiProblem.ts'
import { Button } from '../src/ui/Button.tsx'
import { Callout } from '../src/ui/Callout.tsx'
import { Empty } from '../src/ui/Empty.tsx'
import { ChoiceField } from '../src/ui/form/ChoiceField.tsx'
import { DateField } from '../src/ui/form/DateField.tsx'
import { Form } from '../src/ui/form/Form.tsx'
import { TextField } from '../src/ui/form/TextField.tsx'
import { ProblemNotice } from '../src/ui/ProblemNotice.tsx'
import { PickerField } from '../src/ui/picker/PickerField.tsx'
import { SeveralField } from '../src/ui/picker/SeveralField.tsx'
import { Result } from '../src/ui/Result.tsx'
import { Steps } from '../src/ui/Steps.tsx'
import { Table } from '../src/ui/table/Table.tsx'

const UNITS = ['榆陂街道', '霜台镇', '霜台晨光村', '东坝镇', '西坝镇'].map((label, at) => ({
  value: String(at),
  label,
  detail: '榆陂县',
}))

const REFUSAL = new ApiProblem(
  {
    type: 'about:blank',
    title: '填写的内容有误',
    status: 422,
    detail: '有1处需要改正',
    code: 'invalid',
    advice: '请改正后重新办理',
    correlationId: '7d1f',
    errors: [{ pointer: '/approvalReference', detail: '文号要有年份' }],
  },
  false,
)

/** Fields, notices and what stands in the place of a page, each in the states that a person meets. */
export function FieldsPage() {
  const [unit, setUnit] = useState('')
  const [units, setUnits] = useState<readonly string[]>(['0', '3'])
  const [on, setOn] = useState('')
  const [reference, setReference] = useState('安政')
  const [opinion, setOpinion] = useState('')
  const [kind, setKind] = useState('')
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  return (
    <div className="stack">
      <h1>部件</h1>
      <Steps label="办理阶段" steps={['计划中', '填报中', '预览更正', '已公布']} at={2} />
      <Form isNarrow problem={problem} onSubmit={() => setProblem(REFUSAL)}>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <PickerField label="申报单位" value={unit} options={UNITS} onChange={setUnit} mayClear />
        <SeveralField label="所辖单位" values={units} choices={UNITS} onChange={setUnits} />
        <DateField label="生效日期" value={on} onChange={setOn} />
        <TextField label="批准文号" name="approvalReference" value={reference} onChange={setReference} />
        <ChoiceField
          label="类型"
          value={kind}
          placeholder="请选择"
          choices={[
            { value: 'a', label: '更名' },
            { value: 'b', label: '撤并' },
          ]}
          onChange={setKind}
        />
        <TextField label="意见" value={opinion} rows={3} onChange={setOpinion} phrases="recommend" />
        <div className="row">
          <Button isMain submits>
            办理
          </Button>
          <Button isSeal>命名</Button>
          <Button isDanger>撤销</Button>
          <Button waiting>上传</Button>
          <Button disabled>不能办理</Button>
        </div>
      </Form>
      <Callout tone="due" title="还有3个工作日">
        <p>请尽快报送。</p>
      </Callout>
      <Table
        caption="名额"
        isFramed
        rows={UNITS}
        rowKey={({ value }) => value}
        columns={[
          { key: 'name', name: '单位', text: ({ label }) => label, isRowHead: true },
          { key: 'places', name: '名额', kind: 'figure', text: ({ value }) => `${value}.5` },
        ]}
      />
      <Empty next={<a href="/">回到表格</a>}>还没有记录</Empty>
      <Result title="没有找到这一页" text="地址可能写错了。" />
    </div>
  )
}
