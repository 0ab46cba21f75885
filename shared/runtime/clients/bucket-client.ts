// The S3 client. Path style is the one form every S3-compatible endpoint understands; AWS accepts it too.
import { S3Client } from '@aws-sdk/client-s3';

/** Checksums only where S3 demands them: a default checksum would be signed into presigned uploads as that of an empty body. */
export const createBucketClient = (): S3Client =>
  new S3Client({
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
