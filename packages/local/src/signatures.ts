import { err, ok, type Result } from '@anjie/kernel'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose'
import { z } from 'zod'

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** A set of public keys as the public site hands it out. */
export function keySetOf(text: string): JSONWebKeySet {
  try {
    return KeySet.parse(JSON.parse(text)) as JSONWebKeySet
  } catch {
    throw new Error('公钥文件不是JWKS格式，请从公开网站的“开放数据”重新下载')
  }
}

/** What a signature covers, when it is of this kind and made with one of these keys; otherwise why not. */
export async function verified<T>(
  signed: string,
  keys: JSONWebKeySet,
  typ: string,
  shape: z.ZodType<T>,
): Promise<Result<T, string>> {
  try {
    if (decodeProtectedHeader(signed).typ !== typ) return err('签名不是这一类文件的签名')
    const { payload } = await compactVerify(signed, createLocalJWKSet(keys), { algorithms: ['ES256'] })
    return ok(shape.parse(JSON.parse(new TextDecoder().decode(payload))))
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey)
      return err('公钥文件里没有签发它的公钥，请下载最新的公钥文件再试；仍没有的是伪造')
    return err('签名与内容不符，内容被改动过，或者不是签发机关的签名')
  }
}
