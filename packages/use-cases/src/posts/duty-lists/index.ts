import { decideDutyEntry, enterDuty } from './dutyEntries.ts'
import {
  decideDutyEvent,
  getDutyEvent,
  getDutyEventChoices,
  giveDutyWord,
  listDutyEvents,
  recordDutyEvent,
} from './dutyEvents.ts'
import {
  amendDutyTraining,
  getDutyTraining,
  listDutyTrainings,
  recordDutyTraining,
  setDutyAttendance,
} from './dutyTrainings.ts'
import { getDutyLists } from './getDutyLists.ts'
import { getDutyPerformance } from './getDutyPerformance.ts'
import { listDutyLists } from './listDutyLists.ts'
import { copyDutyLists, draftDutyLists, editDutyLists, publishDutyLists } from './writeDutyLists.ts'

export const DUTY_LISTS = {
  listDutyLists,
  getDutyLists,
  draftDutyLists,
  copyDutyLists,
  editDutyLists,
  publishDutyLists,
  getDutyPerformance,
  enterDuty,
  decideDutyEntry,
  listDutyEvents,
  getDutyEvent,
  getDutyEventChoices,
  recordDutyEvent,
  giveDutyWord,
  decideDutyEvent,
  listDutyTrainings,
  getDutyTraining,
  recordDutyTraining,
  amendDutyTraining,
  setDutyAttendance,
} as const
