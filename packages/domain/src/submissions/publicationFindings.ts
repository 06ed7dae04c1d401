import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { askedFindings, raisedByRules } from '../catalogue/burdenRules.ts'
import { subjectFindings } from '../cycles/subjectSources.ts'
import { checkScheme } from '../scoring/index.ts'
import { formFindings } from './formFindings.ts'

/** 发布前检查: all that is looked at before a scheme is published. An error bars it. */
export const publicationFindings = (scheme: Scheme): readonly Finding[] => [
  ...raisedByRules([...checkScheme(scheme), ...askedFindings(scheme)]),
  ...subjectFindings(scheme),
  ...formFindings(scheme),
]
