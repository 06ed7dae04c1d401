import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { typeWords as words } from '../../../locales/zh-CN/honours.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { TypeEditor } from './TypeEditor.tsx'

const NEW = {
  code: '',
  name: '',
  certificateLetters: '',
  unitKinds: ['village' as const],
  ladder: [{ level: 'county' as const }],
  criteria: [],
  noticeWorkingDays: 5,
  validYears: 3,
  version: 0,
}

/** 设定荣誉类型: one that is there, or a new one. */
export default function TypePage() {
  const { honour = 'new' } = useParams()
  const types = useRead(OPERATIONS.listHonourTypes, {})
  return (
    <ReadState read={types}>
      {(data) => {
        const type = data.types.find(({ code }) => code === honour)
        if (type === undefined && honour !== 'new')
          return <Empty next={<Link to="/honour-types">{words.title}</Link>}>{words.unknown}</Empty>
        return <TypeEditor key={`${honour} ${type?.version ?? 0}`} type={type ?? NEW} isNew={honour === 'new'} />
      }}
    </ReadState>
  )
}
