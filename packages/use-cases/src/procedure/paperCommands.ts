import type {
  acceptReport as acceptOperation,
  answerConsultation as answerOperation,
  filePaper as fileOperation,
  saveFindings as findingsOperation,
  listProcedurePapers as listOperation,
  returnPaper as returnOperation,
  saveReport as saveOperation,
  enterScores as scoresOperation,
  signScores as signOperation,
  waivePaper as waiveOperation,
} from '@anjie/contracts/operations/procedure'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { answerConsultation as answer } from '@anjie/domain/procedure/consultationSteps'
import { returnPaper as giveBack, waivePaper as waive } from '@anjie/domain/procedure/paperSteps'
import { acceptReport as accept, fileReport, saveReport as save } from '@anjie/domain/procedure/reportSteps'
import { indicatorsOf } from '@anjie/domain/procedure/scorersOfItems'
import { enterScores as enter, fileScores, signScores as sign } from '@anjie/domain/procedure/scoreSteps'
import { fileVisit, saveFindings as keepFindings } from '@anjie/domain/procedure/visitSteps'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { formOf } from '@anjie/domain/submissions/form'
import { ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, CommandContext, Query } from '../ports.ts'
import { changePaper } from './changePaper.ts'

/** 程序材料: of a unit and a county their own, of a commission those that it asked for. */
export const listProcedurePapers: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, cycleId, ...filter } = query
  const page = await store.find('procedure-paper', { ...filter, group: cycleId }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

async function rulesOf({ store }: CommandContext, cycle: CycleHead) {
  const scheme = await store.rules(cycle.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
  return scheme
}

const sheetSetting = async (context: CommandContext, cycle: CycleHead) => ({
  subjects: await subjectsOf(context.store, cycle),
  form: formOf(await rulesOf(context, cycle), cycle, 'commission'),
})

/** 填写自评报告. */
export const saveReport: Command<InputOf<typeof saveOperation>> = (context, { params, body }) =>
  changePaper(context, params.paperId, (state, cycle) => save(state, body.sections, cycle, context.member, context.now))

/** 录入部门评分. */
export const enterScores: Command<InputOf<typeof scoresOperation>> = (context, { params, body }) =>
  changePaper(context, params.paperId, async (state, cycle) => {
    const { subjects, form } = await sheetSetting(context, cycle)
    return enter(state, body.scores, subjects, form, cycle, context.member, context.now)
  })

/** 记录考评发现. */
export const saveFindings: Command<InputOf<typeof findingsOperation>> = (context, { params, body }) =>
  changePaper(context, params.paperId, async (state, cycle) => {
    const indicators = new Set(indicatorsOf(await rulesOf(context, cycle)).map(({ code }) => code))
    return keepFindings(state, body.findings, indicators, cycle, context.member, context.now)
  })

/** 报送: a report to the commission, scores to the department's head, a visit for good. */
export const filePaper: Command<InputOf<typeof fileOperation>> = (context, { params }) =>
  changePaper(context, params.paperId, async (state, cycle) => {
    const { member, now } = context
    if (state.visit !== undefined) return fileVisit(state, cycle, member, now)
    if (state.sheet === undefined) return fileReport(state, cycle, member, now)
    const { subjects, form } = await sheetSetting(context, cycle)
    return fileScores(state, subjects, form, cycle, member, now)
  })

/** 答复征求的意见. */
export const answerConsultation: Command<InputOf<typeof answerOperation>> = (context, { params, body }) =>
  changePaper(context, params.paperId, (state, cycle) => answer(state, body, cycle, context.member, context.now))

/** 采纳自评报告. */
export const acceptReport: Command<InputOf<typeof acceptOperation>> = (context, { params }) =>
  changePaper(context, params.paperId, (state, cycle) => accept(state, cycle, context.member, context.now))

/** 负责人签署. */
export const signScores: Command<InputOf<typeof signOperation>> = (context, { params }) =>
  changePaper(context, params.paperId, (state, cycle) => sign(state, cycle, context.member, context.now))

/** 退回; scores that were signed count no more, so a run that was made with them is out of date. */
export const returnPaper: Command<InputOf<typeof returnOperation>> = (context, { params, body }) =>
  changePaper(
    context,
    params.paperId,
    (state, cycle) => giveBack(state, body.reason, cycle, context.member, context.now),
    (state) =>
      state.step === 'department-scores' && state.status === 'done'
        ? { settling: { cycleId: state.cycleId, raise: assessorCode(state) } }
        : {},
  )

/** 免办. */
export const waivePaper: Command<InputOf<typeof waiveOperation>> = (context, { params, body }) =>
  changePaper(context, params.paperId, (state, cycle) => waive(state, body.reason, cycle, context.member, context.now))
