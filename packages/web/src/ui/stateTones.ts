export type Tone = 'good' | 'due' | 'stop' | 'off' | 'work' | 'seal'

/** How a record's status looks beside its word. Colour alone never says it: each tone has a shape of its own. */
const TONES: Readonly<Record<string, Tone>> = {
  draft: 'off',
  planned: 'off',
  collecting: 'off',
  computed: 'off',
  closed: 'off',
  superseded: 'off',
  ended: 'off',
  deregistered: 'off',
  expired: 'off',
  trial: 'work',
  open: 'work',
  submitted: 'work',
  verified: 'work',
  recommended: 'work',
  accepted: 'good',
  proposed: 'work',
  preview: 'due',
  'on-notice': 'due',
  'notice-closed': 'due',
  naming: 'seal',
  named: 'seal',
  'in-force': 'good',
  published: 'good',
  final: 'good',
  current: 'good',
  active: 'good',
  retained: 'good',
  'under-recheck': 'due',
  rectify: 'due',
  rejected: 'stop',
  revoked: 'seal',
}

export const toneOf = (status: string): Tone => TONES[status] ?? 'work'
