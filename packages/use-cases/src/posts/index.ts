import { DUTY_LISTS } from './duty-lists/index.ts'

export const POSTS = { ...DUTY_LISTS } as const
