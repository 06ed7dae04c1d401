import { z } from 'zod'

/** 送达方式: `gateway` is an office's own (短信, 粤政易, 浙政钉 …). */
export const DIGEST_CHANNELS = ['none', 'email', 'gateway'] as const
export const DigestChannel = z.enum(DIGEST_CHANNELS)
export type DigestChannel = z.infer<typeof DigestChannel>
