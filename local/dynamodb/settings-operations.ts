import * as z from 'zod';
import { type Requests, validationError } from './requests.ts';
import type { AllTableSettings } from './table-settings.ts';

/** Operations that dynalite lacks, by name. */
export type SettingsOperations = ReadonlyMap<string, (input: unknown) => Promise<object>>;

const tableInput = z.object({ TableName: z.string() });
const timeToLiveInput = tableInput.extend({
  TimeToLiveSpecification: z.object({ AttributeName: z.string().min(1).max(255), Enabled: z.boolean() }),
});
/** Time to live. */
export const settingsOperations = (requests: Requests, settings: AllTableSettings): SettingsOperations =>
  new Map<string, (input: unknown) => Promise<object>>([
    [
      'UpdateTimeToLive',
      async (input) => {
        const { TableName, TimeToLiveSpecification } = checked(timeToLiveInput, input);
        await requests.table(TableName);
        const { AttributeName, Enabled } = TimeToLiveSpecification;
        if ((settings.get(TableName).timeToLive?.enabled ?? false) === Enabled) {
          throw validationError(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`);
        }
        await settings.change(TableName, { timeToLive: { attributeName: AttributeName, enabled: Enabled } });
        return { TimeToLiveSpecification };
      },
    ],
    [
      'DescribeTimeToLive',
      async (input) => {
        const { TableName } = checked(tableInput, input);
        await requests.table(TableName);
        const { timeToLive } = settings.get(TableName);
        return {
          TimeToLiveDescription: timeToLive?.enabled
            ? { TimeToLiveStatus: 'ENABLED', AttributeName: timeToLive.attributeName }
            : { TimeToLiveStatus: 'DISABLED' },
        };
      },
    ],
  ]);

const checked = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw validationError(`${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
};
