import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import {
  MAX_REPORT_FILES,
  type ProcedurePaper,
  REPORT_SECTIONS,
  type ReportFile,
  type ReportSections,
} from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { err, ok } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { withReceived, withSlot } from '../honours/recordFiles.ts'
import type { SeenFile } from '../submissions/evidenceFile.ts'
import { type Decided, filedPaper, withEnterer } from './paperSteps.ts'
import { type PaperSetting, permitPaperAction } from './paperTransitions.ts'
import { REPORT_SECTION_NAMES } from './procedureNames.ts'

/** A section says at least so much when it is filed. */
const LEAST = 10

export function reportOf({ id, report }: ProcedurePaper): NonNullable<ProcedurePaper['report']> {
  if (report === undefined) throw new Error(`${id} is no report`)
  return report
}

/** 填写自评报告. */
export function saveReport(
  state: ProcedurePaper,
  sections: ReportSections,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'save', setting, member)
  if (!step.ok) return step
  const characters = REPORT_SECTIONS.reduce((sum, section) => sum + [...sections[section]].length, 0)
  return ok({
    next: {
      ...state,
      enteredBy: withEnterer(state, member),
      report: { ...reportOf(state), sections },
      updatedAt: at,
    },
    fact: { type: 'ReportSaved', details: { characters: `${characters}字` } },
  })
}

/** A slot for one file of evidence. */
export function requestReportFile(
  state: ProcedurePaper,
  file: Pick<ReportFile, 'id' | 'fileName' | 'contentType' | 'bytes'>,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'save', setting, member)
  if (!step.ok) return step
  const report = reportOf(state)
  const files = withSlot(report.files, file, { personId: member.personId, now: at, most: MAX_REPORT_FILES })
  if (!files.ok) return files
  return ok({
    next: { ...state, enteredBy: withEnterer(state, member), report: { ...report, files: files.value }, updatedAt: at },
    fact: { type: 'ReportFileRequested', details: { file: file.fileName } },
  })
}

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachReportFile(
  state: ProcedurePaper,
  id: EvidenceId,
  seen: SeenFile,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'save', setting, member)
  if (!step.ok) return step
  const report = reportOf(state)
  const files = withReceived(report.files, id, seen, at)
  if (!files.ok) return files
  const name = report.files.find((each) => each.id === id)?.fileName ?? ''
  return ok({
    next: { ...state, report: { ...report, files: files.value }, updatedAt: at },
    fact: { type: 'ReportFileAttached', details: { file: name } },
  })
}

/** 报送自评报告, also after the day: it is late then. */
export function fileReport(state: ProcedurePaper, setting: PaperSetting, member: Membership, at: string): Decided {
  const step = permitPaperAction(state, 'file', setting, member)
  if (!step.ok) return step
  const { sections } = reportOf(state)
  const empty = REPORT_SECTIONS.filter((section) => [...sections[section]].length < LEAST)
  if (empty.length > 0)
    return err({
      code: 'incomplete',
      detail: `${empty.map((section) => `“${REPORT_SECTION_NAMES[section]}”`).join('、')}没有写或不足${LEAST}个字，补充后再报送`,
      pointer: `/sections/${empty[0]}`,
    })
  return ok(filedPaper(state, step.value.to[0], member, at))
}

/** 采纳. */
export function acceptReport(state: ProcedurePaper, setting: PaperSetting, member: Membership, at: string): Decided {
  const step = permitPaperAction(state, 'accept', setting, member)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: step.value.to[0], done: handOf(member, at), updatedAt: at },
    fact: { type: 'ReportAccepted', details: {} },
  })
}
