// Systems Manager's parameters, as far as the application uses them: GetParameter and PutParameter, kept in one file that only its owner
// can read. SecureString is kept as it is: on AWS its key is a matter of AWS, here of the file's owner.
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';
import { type RunningServer, ServiceError, startJsonProtocolServer } from '../stepfunctions/json-protocol-server.ts';

export interface ParameterStoreOptions {
  readonly directory: string;
  readonly onError?: (error: unknown) => void;
}

/** The largest parameter of the standard tier has 4 KB. */
const maximumBodyBytes = 16 * 1024;

const parameterSchema = z.object({
  Name: z.string().regex(/^\/[\w./-]+$/),
  Type: z.enum(['String', 'SecureString']),
  Value: z.string().min(1).max(4096),
  Version: z.int().min(1),
  LastModifiedDate: z.number(),
});
type Parameter = z.infer<typeof parameterSchema>;
const putSchema = z.object({
  ...parameterSchema.pick({ Name: true, Value: true, Type: true }).shape,
  Overwrite: z.boolean().default(false),
});
const getSchema = z.object({ Name: z.string(), WithDecryption: z.boolean().default(false) });

/** Serves the parameters of a directory. Every change is on the disk before it is answered. Throws CorruptStateError for a file that is not its own. */
export async function startParameterStore({ directory, onError }: ParameterStoreOptions): Promise<RunningServer> {
  const file = join(directory, 'parameters.json');
  const parameters = new Map<string, Parameter>();
  for (const parameter of (await readJsonFile(file, z.array(parameterSchema), { directory })) ?? [])
    parameters.set(parameter.Name, parameter);
  let turn: Promise<unknown> = Promise.resolve();

  async function put(input: unknown): Promise<object> {
    const { Overwrite, ...wanted } = checked(putSchema, input);
    const before = parameters.get(wanted.Name);
    if (before && !Overwrite)
      throw new ServiceError('ParameterAlreadyExists', 'The parameter already exists. To overwrite it, say so.');
    const parameter = { ...wanted, Version: (before?.Version ?? 0) + 1, LastModifiedDate: Date.now() / 1000 };
    const all = new Map(parameters).set(parameter.Name, parameter);
    await writeFileAtomically(file, JSON.stringify([...all.values()], null, 2));
    parameters.set(parameter.Name, parameter);
    return { Version: parameter.Version, Tier: 'Standard' };
  }

  function get(input: unknown): object {
    const { Name, WithDecryption } = checked(getSchema, input);
    const parameter = parameters.get(Name);
    if (!parameter) throw new ServiceError('ParameterNotFound', `There is no parameter ${Name}.`);
    if (parameter.Type === 'SecureString' && !WithDecryption)
      throw new ServiceError('InvalidParameterCombination', 'The embedded store gives a SecureString decrypted only.');
    return { Parameter: { ...parameter, DataType: 'text' } };
  }

  return startJsonProtocolServer({
    maximumBodyBytes,
    onError,
    answer: async (operation, input) => {
      if (operation === 'GetParameter') return get(input);
      if (operation !== 'PutParameter')
        throw new ServiceError('UnknownOperationException', `The embedded platform has no ${operation}.`);
      // One after the other: of two that create a parameter at once, the second finds it.
      const writing = turn.then(() => put(input));
      turn = writing.catch(() => {});
      return writing;
    },
  });
}

function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ServiceError('ValidationException', parsed.error.issues.map(({ message }) => message).join('; '));
}
