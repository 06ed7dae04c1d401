import { declareRegisterNone } from './declareRegisterNone.ts'
import { closeRegister, defineRegister, redefineRegister } from './defineRegister.ts'
import { getRowHistory } from './getRowHistory.ts'
import { listRegisterRows } from './listRegisterRows.ts'
import { getRegister, listRegisterHolders, listRegisters } from './queries.ts'
import { removeRegisterRows } from './removeRegisterRows.ts'
import { saveRegisterRows } from './saveRegisterRows.ts'

/** Use cases of the operations in `registers.ts`, by operation id. */
export const REGISTERS = {
  listRegisters,
  getRegister,
  defineRegister,
  redefineRegister,
  closeRegister,
  listRegisterHolders,
  listRegisterRows,
  saveRegisterRows,
  removeRegisterRows,
  declareRegisterNone,
  getRowHistory,
} as const
