// A key that lies outside the table, as an encrypted parameter: what is sealed with it can be read neither in the table nor in its backups.
// Nobody has to create it: whoever needs it first does. CloudFormation cannot make an encrypted parameter.
import { randomBytes } from 'node:crypto';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

/** Bytes of a key of AES-256. */
const keyBytes = 32;

export type ReadKey = () => Promise<Buffer>;

/** Reads the key once for each process. A failure is not kept: the next call asks again. */
export function createSecretKey(client: SSMClient, name: string): ReadKey {
  let reading: Promise<Buffer> | undefined;
  return () => {
    reading ??= readOrCreate(client, name).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

export const openSecretKey = (name: string): ReadKey => createSecretKey(new SSMClient({}), name);

/** Of several that create it at once, the first one's key is everybody's: a parameter is never overwritten. */
async function readOrCreate(client: SSMClient, name: string): Promise<Buffer> {
  const known = await read(client, name);
  if (known) return known;
  const key = randomBytes(keyBytes);
  try {
    await client.send(
      new PutParameterCommand({
        Name: name,
        Type: 'SecureString',
        Value: key.toString('base64'),
        Overwrite: false,
        Description: 'Seals the secrets of webhooks in the table. Without it they must all be rotated.',
      }),
    );
    return key;
  } catch (error) {
    if (!isNamed(error, 'ParameterAlreadyExists')) throw error;
    const first = await read(client, name);
    if (first) return first;
    throw error;
  }
}

async function read(client: SSMClient, name: string): Promise<Buffer | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    const key = Buffer.from(Parameter?.Value ?? '', 'base64');
    if (key.byteLength !== keyBytes) throw new Error(`The parameter ${name} does not hold a key of ${keyBytes} bytes.`);
    return key;
  } catch (error) {
    if (isNamed(error, 'ParameterNotFound')) return undefined;
    throw error;
  }
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
