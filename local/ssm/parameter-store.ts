// Systems Manager's parameters, as far as the application uses them. SecureString is kept as it is: on AWS its key is a matter of AWS, here of
// the file's owner.
import * as z from 'zod';
import { type Operation, operation, type Service, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import type { Store } from '../state/store.ts';

const parameterSchema = z.object({
  Name: z.string().regex(/^\/[\w./-]+$/),
  Type: z.enum(['String', 'SecureString']),
  Value: z.string().min(1).max(4096),
  Version: z.int().min(1),
});
const putSchema = z.object({
  ...parameterSchema.pick({ Name: true, Value: true, Type: true }).shape,
  Overwrite: z.boolean().default(false),
});
const getSchema = z.object({ Name: z.string(), WithDecryption: z.boolean().default(false) });

/** Opens the parameters of a store. Throws CorruptStateError. */
export function openParameterStore(store: Store) {
  const parameters = store.collection('parameters', parameterSchema);
  return {
    target: 'AmazonSSM',
    /** The largest parameter of the standard tier has 4 KB. */
    maximumBodyBytes: 16 * 1024,
    operations: {
      PutParameter: operation(putSchema, ({ Overwrite, ...wanted }) => {
        const before = parameters.get(wanted.Name);
        if (before && !Overwrite)
          throw new ServiceError('ParameterAlreadyExists', 'The parameter already exists. To overwrite it, say so.');
        const Version = (before?.Version ?? 0) + 1;
        parameters.set(wanted.Name, { ...wanted, Version });
        return { Version };
      }),

      GetParameter: operation(getSchema, ({ Name, WithDecryption }) => {
        const parameter = parameters.get(Name);
        if (!parameter) throw new ServiceError('ParameterNotFound', `There is no parameter ${Name}.`);
        if (parameter.Type === 'SecureString' && !WithDecryption)
          throw new ServiceError('InvalidParameterCombination', 'A SecureString is given decrypted only.');
        return { Parameter: parameter };
      }),
    } satisfies Record<OperationName<'client-ssm'>, Operation>,
  } satisfies Service;
}
