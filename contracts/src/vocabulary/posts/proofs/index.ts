import { z } from 'zod'
import { EnteredProof } from './entered.ts'
import { FormProof } from './form.ts'
import { MediationProof } from './mediation.ts'
import { RectificationProof } from './rectification.ts'
import { RegisterProof } from './register.ts'
import { TrainingProof } from './training.ts'

/** 佐证来源 of routine work, one file each; the compiler names what another one needs. */
export const DutyProof = z.discriminatedUnion('kind', [
  RectificationProof,
  MediationProof,
  FormProof,
  TrainingProof,
  RegisterProof,
  EnteredProof,
])
export type DutyProof = z.infer<typeof DutyProof>
export type DutyProofKind = DutyProof['kind']
export type DutyProofOf<K extends DutyProofKind> = Extract<DutyProof, { kind: K }>
