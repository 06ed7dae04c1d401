import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { choiceLabel, fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import type { Finding, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { publicationFindings } from '@anjie/domain/submissions/publicationFindings'
import type { Selection } from './editorState.ts'
import { findNode } from './tree.ts'

export interface DraftFinding {
  readonly severity: Finding['severity']
  readonly message: string
  /** Where a click leads; undefined for the scheme as a whole. */
  readonly leadsTo: Selection | undefined
}

export interface Assessment {
  /** The scheme, when everything in it is filled in and can be checked and scored. */
  readonly sound: Scheme | undefined
  readonly findings: readonly DraftFinding[]
}

const SECTIONS = {
  groups: 'groups',
  capGroups: 'capGroups',
  vetoes: 'vetoes',
  escalations: 'escalations',
  grades: 'grades',
  quotas: 'grades',
  checks: 'checks',
} as const

/** 完整性检查 of a draft: first whether all of it is filled in, then what the same check says as on the server. */
export function assessDraft(draft: Scheme): Assessment {
  const read = readScheme(draft, { field: fieldLabel, choice: choiceLabel })
  if (!read.ok) {
    return {
      sound: undefined,
      findings: read.error.map((problem) => ({
        severity: 'error',
        message: problem.message,
        leadsTo: selectionAt(draft, problem.pointer),
      })),
    }
  }
  return {
    sound: read.value,
    findings: publicationFindings(read.value).map((finding) => ({
      severity: finding.severity,
      message: finding.message,
      leadsTo:
        finding.check === 'subjects-never'
          ? { kind: 'section', section: 'basics' }
          : withField(selectionOf(draft, finding.node), finding.check),
    })),
  }
}

/** The field that mends what a check found; a check that is not named here is about the whole part. */
const FIELD_OF_CHECK: Readonly<Record<string, readonly string[]>> = {
  'band-overlap': ['scoring', 'bands'],
  'band-boundary': ['scoring', 'bands'],
  'band-above-points': ['scoring', 'bands'],
  'band-gap': ['scoring', 'bands'],
  'band-empty': ['scoring', 'bands'],
  'slope-order': ['scoring', 'slopes'],
  'standards-order': ['scoring', 'standards'],
  'floor-without-points': ['points'],
  'points-missing': ['points'],
  'parts-above-points': ['points'],
  'maximum-unreachable': ['points'],
  'maximum-exceeded': ['points'],
  'bonus-uncapped': ['scoring', 'cap'],
  'formula-uncapped': ['scoring', 'cap'],
  'full-mark-zero': ['scoring', 'fullMark'],
  'deviation-zero': ['scoring', 'deviation'],
  'goalposts-order': ['scoring', 'low'],
  'efficacy-sum': ['scoring', 'base'],
  'efficacy-range': ['scoring', 'satisfactory'],
  'weights-sum': ['scoring', 'parts'],
  'weights-zero': ['weight'],
  'weight-ignored': ['weight'],
  'shares-sum': ['scoring', 'sources'],
  'judged-too-few': ['scoring', 'atLeast'],
  'item-undefined': ['scoring'],
  'multiplier-lightens': ['modifiers'],
  'minimum-above-maximum': ['modifiers'],
  'item-range': ['min'],
  'item-unused': ['code'],
}

function withField(selection: Selection | undefined, check: string): Selection | undefined {
  const field = FIELD_OF_CHECK[check]
  return selection === undefined || field === undefined || selection.kind === 'section'
    ? selection
    : { ...selection, field }
}

/** The part of the editor for a JSON pointer into the scheme. */
export function selectionAt(scheme: Scheme, pointer: string): Selection | undefined {
  const parts = pointer.split('/').slice(1)
  const [first, index] = parts
  if (first === undefined || first === '') return undefined
  if (first === 'items') {
    const code = scheme.items[Number(index)]?.code
    return code === undefined ? { kind: 'items' } : { kind: 'items', code, ...fieldOf(parts.slice(2)) }
  }
  if (first === 'root') {
    let node: SchemeNode = scheme.root
    let at = 1
    for (; parts[at] === 'children' && node.kind === 'branch'; at += 2) {
      const child: SchemeNode | undefined = node.children[Number(parts[at + 1])]
      if (child === undefined) break
      node = child
    }
    return { kind: 'node', code: node.code, ...fieldOf(parts.slice(at)) }
  }
  const section = new Map(Object.entries(SECTIONS)).get(first)
  return { kind: 'section', section: section ?? 'basics', ...fieldOf(parts) }
}

const fieldOf = (parts: readonly string[]): { readonly field?: readonly string[] } =>
  parts.length === 0 ? {} : { field: parts }

/** The part of the editor for a code that a check names: node, item, group, veto. */
export function selectionOf(scheme: Scheme, code: string): Selection | undefined {
  if (code === '') return undefined
  if (findNode(scheme.root, code) !== undefined) return { kind: 'node', code }
  if (scheme.items.some((item) => item.code === code)) return { kind: 'items', code }
  if (scheme.groups.some((group) => group.code === code)) return { kind: 'section', section: 'groups' }
  if (scheme.vetoes.some((veto) => veto.code === code)) return { kind: 'section', section: 'vetoes' }
  if (scheme.escalations?.some((rule) => rule.code === code) === true)
    return { kind: 'section', section: 'escalations' }
  if (scheme.capGroups.some((group) => group.code === code)) return { kind: 'section', section: 'capGroups' }
  if (scheme.grades.some((grade) => grade.code === code)) return { kind: 'section', section: 'grades' }
  return undefined
}
