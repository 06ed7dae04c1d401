import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'

/** What is shown in the right panel: a section of the scheme, one node or one data item. */
export type Selection = (
  | {
      readonly kind: 'section'
      readonly section: 'basics' | 'groups' | 'capGroups' | 'vetoes' | 'escalations' | 'grades' | 'checks'
    }
  | { readonly kind: 'items'; readonly code?: string }
  | { readonly kind: 'node'; readonly code: string }
) & {
  /** The field of the part that a finding speaks of, step by step: `['scoring', 'bands', '0', 'from']`. */
  readonly field?: readonly string[]
}

export interface EditorState {
  readonly scheme: Scheme
  readonly selection: Selection
  /** Earlier states, newest last, for undo; and those that were undone. */
  readonly past: readonly Scheme[]
  readonly future: readonly Scheme[]
  /** The scheme as it was last saved. */
  readonly saved: Scheme | undefined
}

export type EditorAction =
  | { readonly type: 'edit'; readonly scheme: Scheme; readonly selection?: Selection }
  | { readonly type: 'select'; readonly selection: Selection }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'saved'; readonly scheme: Scheme }
  | { readonly type: 'replace'; readonly scheme: Scheme }

const STEPS = 100

export function startOf(scheme: Scheme, saved: Scheme | undefined): EditorState {
  return { scheme, saved, selection: { kind: 'node', code: scheme.root.code }, past: [], future: [] }
}

export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'edit':
      return {
        ...state,
        scheme: action.scheme,
        selection: action.selection ?? state.selection,
        past: [...state.past, state.scheme].slice(-STEPS),
        future: [],
      }
    case 'select':
      return { ...state, selection: action.selection }
    case 'undo': {
      const before = state.past.at(-1)
      if (before === undefined) return state
      return { ...state, scheme: before, past: state.past.slice(0, -1), future: [state.scheme, ...state.future] }
    }
    case 'redo': {
      const [next, ...future] = state.future
      if (next === undefined) return state
      return { ...state, scheme: next, past: [...state.past, state.scheme], future }
    }
    case 'saved':
      return { ...state, saved: action.scheme }
    case 'replace':
      return { ...startOf(action.scheme, state.saved), past: [...state.past, state.scheme].slice(-STEPS) }
  }
}

export const isDirty = (state: EditorState): boolean => state.scheme !== state.saved
