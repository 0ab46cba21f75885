// Systems Manager's parameters, as far as the application uses them: GetParameter and PutParameter, kept in one file that only its owner
// can read. SecureString is kept as it is: on AWS its key is a matter of AWS, here of the file's owner.
import { join } from 'node:path';
import * as z from 'zod';
import { type Operation, operation, type Service, ServiceError } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { JsonFile } from '../state/json-file.ts';

const parameterSchema = z.object({
  Name: z.string().regex(/^\/[\w./-]+$/),
  Type: z.enum(['String', 'SecureString']),
  Value: z.string().min(1).max(4096),
  Version: z.int().min(1),
  LastModifiedDate: z.number(),
});
const putSchema = z.object({
  ...parameterSchema.pick({ Name: true, Value: true, Type: true }).shape,
  Overwrite: z.boolean().default(false),
});
const getSchema = z.object({ Name: z.string(), WithDecryption: z.boolean().default(false) });

/** Opens the parameters of a directory. Every change is on the disk before it is answered. Throws CorruptStateError for a file that is not its own. */
export async function openParameterStore(directory: string) {
  const file = await JsonFile.open({
    path: join(directory, 'parameters.json'),
    schema: z.array(parameterSchema),
    initial: [],
    directory,
  });
  const find = (name: string) => file.content.find(({ Name }) => Name === name);

  return {
    target: 'AmazonSSM',
    /** The largest parameter of the standard tier has 4 KB. */
    maximumBodyBytes: 16 * 1024,
    operations: {
      PutParameter: operation(putSchema, async ({ Overwrite, ...wanted }) => {
        const before = find(wanted.Name);
        if (before && !Overwrite)
          throw new ServiceError('ParameterAlreadyExists', 'The parameter already exists. To overwrite it, say so.');
        const parameter = { ...wanted, Version: (before?.Version ?? 0) + 1, LastModifiedDate: Date.now() / 1000 };
        file.content = [...file.content.filter((one) => one !== before), parameter];
        await file.save();
        return { Version: parameter.Version, Tier: 'Standard' };
      }),

      GetParameter: operation(getSchema, async ({ Name, WithDecryption }) => {
        await file.settled(); // what is told is in the file
        const parameter = find(Name);
        if (!parameter) throw new ServiceError('ParameterNotFound', `There is no parameter ${Name}.`);
        if (parameter.Type === 'SecureString' && !WithDecryption)
          throw new ServiceError(
            'InvalidParameterCombination',
            'The embedded store gives a SecureString decrypted only.',
          );
        return { Parameter: { ...parameter, DataType: 'text' } };
      }),
    } satisfies Record<OperationName<'client-ssm'>, Operation>,
  } satisfies Service;
}
