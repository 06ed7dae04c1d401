import type { EvidenceFiles } from '@anjie/use-cases/ports'
import { CopyObjectCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { attachment } from '../contentDisposition.ts'
import { noScanner, type Scanner } from '../scanner.ts'

const UPLOAD_SECONDS = 600
const DOWNLOAD_SECONDS = 300
/** Enough to tell a file's real type from its first bytes. */
const HEAD_BYTES = 4096

/** Evidence files in S3, with the caller's own scoped credentials. */
export function s3EvidenceFiles(client: S3Client, bucket: string, scanner: Scanner = noScanner): EvidenceFiles {
  return {
    uploadForm: async (key, contentType, maxBytes) => {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: UPLOAD_SECONDS,
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['content-length-range', 1, maxBytes],
          ['eq', '$Content-Type', contentType],
        ],
      })
      return { url, fields }
    },

    inspect: async (key) => {
      const stored = await findObject(client, bucket, key)
      if (stored === undefined) return undefined
      const { bytes, etag } = stored
      if (bytes === 0) return { bytes, etag, head: new Uint8Array() }
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${HEAD_BYTES - 1}` }),
      )
      return { bytes, etag, head: (await Body?.transformToByteArray()) ?? new Uint8Array() }
    },

    scan: async (key, bytes) => {
      if (scanner === noScanner) return { result: 'unable' }
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return Body === undefined ? { result: 'unable' } : scanner(bytes, Body as AsyncIterable<Uint8Array>)
    },

    keep: async (pending, key, etag) => {
      try {
        await client.send(
          new CopyObjectCommand({
            Bucket: bucket,
            Key: key,
            CopySource: `${bucket}/${pending}`,
            CopySourceIfMatch: etag,
          }),
        )
        return true
      } catch (thrown) {
        if (thrown instanceof Error && ['PreconditionFailed', 'NoSuchKey', '412'].includes(thrown.name)) return false
        throw thrown
      }
    },

    downloadUrl: (key, fileName, contentType) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentDisposition: attachment(fileName),
          ResponseContentType: contentType,
        }),
        { expiresIn: DOWNLOAD_SECONDS },
      ),
  }
}

async function findObject(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<{ readonly bytes: number; readonly etag: string } | undefined> {
  try {
    const { ContentLength, ETag } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return { bytes: ContentLength ?? 0, etag: ETag ?? '' }
  } catch (thrown) {
    // Without the right to list the bucket S3 answers 403 for what is not there; our own keys are never out of reach here.
    if (
      thrown instanceof Error &&
      ['NotFound', 'NoSuchKey', 'Forbidden', 'AccessDenied', '403'].includes(thrown.name)
    ) {
      return undefined
    }
    throw thrown
  }
}
