/** Signs with the key that only the function that signs may use. */
export interface Signer {
  /** JWK thumbprint (RFC 7638) of the public key. */
  readonly kid: string
  readonly jwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  /** JOSE, compact, ES256, over canonical JSON. `typ` tells kinds apart. */
  sign(typ: string, payload: unknown): Promise<string>
}
