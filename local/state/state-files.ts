// What the files of a state directory hold, how a damaged one is told from a sound one, and what helps. Each kind either begins anew
// (nothing else hangs on it, or other files tell what it said) or stops the start: then only a copy helps, or beginning afresh.
import { createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** One kind of file. Paths are relative to the state directory, with slashes. */
export interface StateFileKind {
  readonly matches: RegExp;
  readonly holds: string;
  /** What is wrong with the file; undefined when it is sound. */
  fault(file: string): Promise<string | undefined>;
  readonly whenDamaged: 'begins anew' | 'stops';
  /** What its loss means, as a sentence. */
  readonly loss: string;
  /** Once written it is always there: its absence is a damage. */
  readonly isPermanent: boolean;
  /** Its content is compared with what it was when the platform last stopped in order. */
  readonly isSealed?: true;
}

const json = (schema: z.ZodType) => async (file: string) => {
  const text = await readFile(file, 'utf8');
  if (text.trim() === '') return 'it is empty';
  try {
    const [issue] = schema.safeParse(JSON.parse(text)).error?.issues ?? [];
    return issue && `it has an unexpected shape: ${issue.path.join('.') || 'the top level'}: ${issue.message}`;
  } catch {
    return 'it is not valid JSON';
  }
};
const anyObject = z.record(z.string(), z.unknown());
const anyList = z.array(z.unknown());
const signInAgain = 'Everybody signs in again.';
const onlyACopy = 'No other file can stand in for it.';

const beginsAnew = { whenDamaged: 'begins anew', isPermanent: true } as const;
const stops = { whenDamaged: 'stops', isPermanent: true } as const;

export const stateFileKinds: readonly StateFileKind[] = [
  {
    ...beginsAnew,
    matches: /^ports\.json$/,
    holds: 'the addresses of the services',
    fault: json(z.record(z.string(), z.number().int())),
    loss: `They change: links handed out before lead nowhere. ${signInAgain}`,
  },
  {
    ...beginsAnew,
    matches: /^user-pool\.json$/,
    holds: 'the name of the user pool and the secret of its client',
    fault: json(z.object({ userPoolId: z.string(), clientId: z.string() })),
    loss: `The pool is found by its file. ${signInAgain}`,
  },
  {
    ...stops,
    matches: /^cognito\/(?!clients\.json)[\w-]+\.json$/, // clients.json is of an earlier version, and read no more
    holds: 'the accounts: e-mails and passwords',
    fault: json(anyObject),
    loss: `${onlyACopy} The campaigns are there, but nobody can sign in to them.`,
  },
  {
    ...beginsAnew,
    matches: /^cognito\/password-salt$/,
    holds: 'what passwords are hashed with',
    fault: async (file) => {
      const { size } = await stat(file);
      return size === 32 ? undefined : `it has ${size} bytes instead of 32`;
    },
    loss: 'No password of before is right any more: set a new one through "forgot password", whose code is mailed into the folder "mail".',
    isSealed: true,
  },
  {
    ...beginsAnew,
    matches: /^cognito\/signing-key\.pem$/,
    holds: 'the key that signs access tokens',
    fault: async (file) => {
      try {
        createPrivateKey(await readFile(file));
        return undefined;
      } catch {
        return 'it is not a private key';
      }
    },
    loss: signInAgain,
  },
  {
    ...beginsAnew,
    matches: /^apigateway\/keys\.json$/,
    holds: 'the API keys of partners',
    fault: json(anyList),
    loss: 'The keys made before open nothing any more: revoke them and make new ones.',
  },
  {
    ...beginsAnew,
    matches: /^apigateway\/usage\.json$/,
    holds: "this month's requests of each API key",
    fault: json(anyObject),
    loss: 'They are counted from nought.',
    isPermanent: false,
  },
  {
    ...beginsAnew,
    matches: /^stepfunctions\/executions\.jsonl$/,
    holds: 'which campaigns are being run',
    fault: faultOfLines,
    loss: 'Nothing is lost: the table says which campaigns run, and they go on from there.',
    isSealed: true,
  },
  {
    ...beginsAnew,
    matches: /^s3\/buckets\/[^/]+\/objects\/.*\.meta\.json$/,
    holds: 'one stored file, such as a picture',
    fault: faultOfObject,
    loss: 'That file cannot be opened any more; everything else can.',
    isPermanent: false,
  },
  {
    ...stops,
    matches: /^ssm\/parameters\.json$/,
    holds: 'the key that the secrets of webhooks are sealed with',
    fault: json(anyList),
    loss: `${onlyACopy} No webhook of before could be signed any more.`,
  },
  {
    ...beginsAnew,
    matches: /^sqs\/fauxqs\.db$/,
    holds: 'the webhooks that are still to be sent',
    fault: async (file) => faultOfDatabase(file),
    loss: 'Events that had not reached their receivers yet are sent by the table where it still knows of them.',
  },
  {
    ...stops,
    matches: /^dynamodb\/table\.db$/,
    holds: 'the table: campaigns, texts, decisions, profiles',
    fault: async (file) => faultOfDatabase(file),
    loss: onlyACopy,
    isSealed: true,
  },
];

export const kindOf = (path: string): StateFileKind | undefined =>
  stateFileKinds.find(({ matches }) => matches.test(path));

/** A last line without its end was torn by a crash and is dropped by the journal itself. */
async function faultOfLines(file: string): Promise<string | undefined> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  const isRecord = (line: string) => {
    try {
      return anyObject.safeParse(JSON.parse(line)).success;
    } catch {
      return false;
    }
  };
  const damaged = lines.findIndex((line) => !isRecord(line));
  return damaged < 0 ? undefined : `line ${damaged + 1} of ${lines.length} is not a record`;
}

async function faultOfObject(file: string): Promise<string | undefined> {
  const shape = z.object({ bodyFile: z.string(), contentLength: z.number().optional() });
  const fault = await json(shape)(file);
  if (fault !== undefined) return fault;
  const { bodyFile, contentLength } = shape.parse(JSON.parse(await readFile(file, 'utf8')));
  const body = await stat(join(dirname(file), bodyFile)).catch(() => undefined);
  if (!body) return `its content ${bodyFile} is missing`;
  if (contentLength !== undefined && body.size !== contentLength)
    return `its content ${bodyFile} has ${body.size} bytes instead of ${contentLength}`;
  return undefined;
}

function faultOfDatabase(file: string): string | undefined {
  try {
    const database = new DatabaseSync(file);
    try {
      const answer = database.prepare('PRAGMA quick_check(1)').get();
      const found = String(Object.values(answer ?? {})[0]);
      const tables = database.prepare("SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table'").get();
      if (found !== 'ok') return found;
      return Number(tables?.['tables']) > 0 ? undefined : 'it is empty';
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
