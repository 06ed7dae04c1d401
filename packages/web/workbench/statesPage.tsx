import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { postFile } from '../src/app/evidence/postFile.ts'
import { DistributionChart, HeatTable, TileGrid, TrendChart } from '../src/charts/charts.tsx'
import { ApiProblem } from '../src/ui/apiProblem.ts'
import { Button } from '../src/ui/Button.tsx'
import { Dialog } from '../src/ui/dialog/Dialog.tsx'
import { OpenQuestion } from '../src/ui/dialog/OpenQuestion.tsx'
import { askFirst } from '../src/ui/dialog/question.ts'
import { SideSheet } from '../src/ui/dialog/SideSheet.tsx'
import { Empty } from '../src/ui/Empty.tsx'
import { TextField } from '../src/ui/form/TextField.tsx'
import { Loading } from '../src/ui/Loading.tsx'
import { ProblemNotice } from '../src/ui/ProblemNotice.tsx'
import { Result } from '../src/ui/Result.tsx'
import { DataTable } from '../src/ui/table/DataTable.tsx'
import { Upload } from '../src/ui/Upload.tsx'
import { LeaveGuards } from '../src/ui/useLeaveGuard.tsx'

const problem = (title: string, advice: string, errors: { pointer: string; detail: string }[] = []) =>
  new ApiProblem(
    {
      type: 'about:blank',
      title,
      status: 422,
      detail: `${title}，没有保存`,
      code: 'invalid-input',
      advice,
      correlationId: '7d1f',
      errors,
    },
    false,
  )

const COUNTIES = ['砚洲区', '荷渡市', '嵋谷区', '潆川区', '朔浦区', '枫桥区']
const figureOf = (at: number): string => (90 + ((at * 37) % 90) / 10).toFixed(2)

/** The states that a page can be in, by their name in the address, and the pictures. */
const STATES: Readonly<Record<string, () => React.ReactNode>> = {
  loading: () => <Loading />,
  empty: () => (
    <DataTable
      caption="申报"
      rows={[]}
      rowKey={String}
      columns={[{ key: 'name', name: '单位', text: String }]}
      empty={<Empty next={<a href="/states">开始申报</a>}>还没有申报</Empty>}
    />
  ),
  refused: () => (
    <ProblemNotice
      problem={problem('文号已经用过', '请核对文号', [{ pointer: '/documentNumber', detail: '文号已经用过' }])}
    />
  ),
  error: () => <ProblemNotice problem={problem('系统没有应答', '请稍后再试')} onRetry={() => undefined} />,
  gone: () => <Result title="没有找到这一页" text="地址可能写错了。" isAlert />,
  dialog: () => <AskedDialog keepsMaterial={false} />,
  beside: () => <AskedDialog keepsMaterial />,
  sheet: () => (
    <SideSheet title="得分凭证" width={560} onClose={() => undefined} tools={<Button>打印</Button>}>
      <p>群众安全感 93.73 扣0.5675分</p>
    </SideSheet>
  ),
  question: () => (
    <>
      <Button onClick={() => void askFirst({ title: '还没有保存', text: '离开后不再保留。', yes: '离开', no: '留下' })}>
        离开
      </Button>
      <OpenQuestion />
    </>
  ),
  upload: () => <Uploading />,
  trend: () => (
    <TrendChart
      title="砚洲区历次得分"
      description="最近三个年度的得分"
      lines={[
        { label: '得分', values: [92.02, 95.56, 97.67], texts: ['92.02', '95.56', '97.67'], leastOnTop: false },
        { label: '位次（组内）', values: [7, null, 1], texts: ['7', '', '1'], leastOnTop: true },
      ]}
      feet={['2023', '2024', '2025']}
      table={{
        columns: ['年度', '得分'],
        rows: [
          ['2024年', { figure: '95.56' }],
          ['2025年', { figure: '97.67' }],
        ],
      }}
    />
  ),
  distribution: () => (
    <DistributionChart
      title="得分分布"
      description="横轴为得分，柱上为单位数"
      members={COUNTIES.map((name, at) => ({ name, value: figureOf(at) }))}
      marked={{ name: '砚洲区', value: figureOf(0) }}
    />
  ),
  heat: () => (
    <HeatTable
      title="各指标得分"
      description="每列由浅到深"
      rowHeading="县（市、区）"
      columns={['得分', '较大事故案件', '平安三率']}
      rows={COUNTIES.map((name, at) => ({
        key: name,
        name,
        values: [figureOf(at), figureOf(at + 3), at === 2 ? null : '-1.1'],
      }))}
    />
  ),
  tiles: () => (
    <TileGrid
      title="得分方格图"
      description="一格一县"
      layout={COUNTIES.map((_, at) => ({ code: String(at), column: at % 3, row: Math.floor(at / 3) }))}
      tiles={COUNTIES.map((name, at) => ({ code: String(at), name, text: figureOf(at), step: at % 5 }))}
      table={{ columns: ['县（市、区）', '得分'], rows: COUNTIES.map((name, at) => [name, { figure: figureOf(at) }]) }}
    />
  ),
}

export const STATE_NAMES = Object.keys(STATES)

export function StatesPage() {
  const [query] = useSearchParams()
  const state = query.get('state') ?? ''
  return (
    <div className="stack">
      <h1>状态</h1>
      <a href="/fields">部件</a>
      <LeaveGuards />
      {STATES[state]?.()}
    </div>
  )
}

function AskedDialog({ keepsMaterial }: { keepsMaterial: boolean }) {
  const [reason, setReason] = useState('')
  const [open, setOpen] = useState(true)
  return (
    <>
      <section className="panel">
        <h2>申报材料</h2>
        <p>本村三年来无刑事案件。</p>
        <Button onClick={() => setOpen(true)}>退回</Button>
      </section>
      <Dialog
        title="退回申报"
        open={open}
        keepsMaterial={keepsMaterial}
        missing={[reason.trim() === '' ? '理由' : undefined]}
        onClose={() => setOpen(false)}
        onConfirm={() => setOpen(false)}
      >
        <TextField label="理由" value={reason} rows={4} onChange={setReason} phrases="return" autoFocus />
      </Dialog>
    </>
  )
}

function Uploading() {
  const [there, setThere] = useState<readonly string[]>([])
  return (
    <>
      <Upload
        label="上传佐证材料"
        accept=".pdf"
        testId="upload"
        onSend={async (file, { onPercent, signal }) => {
          const arrived = await postFile({ url: '/store', fields: { key: 'a' } }, file, onPercent, signal)
          if (!arrived) return { ok: false, reason: '文件没有送到，请重新上传', mayRetry: true }
          setThere((before) => [...before, file.name])
          return { ok: true }
        }}
      />
      <ul aria-label="已传">
        {there.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}
