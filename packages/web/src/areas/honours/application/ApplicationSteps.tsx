import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { Steps } from '../../../ui/Steps.tsx'

/** 申报环节 in a line: what was done, where it stands, what comes. */
export function ApplicationSteps({ state }: { state: Pick<Application, 'status' | 'roundId'> }) {
  const way = words.steps[namingLevel(state.roundId)]
  const at = way.findIndex(([status]) => status === state.status)
  return <Steps label={words.way} steps={way.map(([, name]) => name)} at={at === way.length - 1 ? way.length : at} />
}
