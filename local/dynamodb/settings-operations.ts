import * as z from 'zod';
import { type Requests, validationError } from './requests.ts';
import { type AllTableSettings, tableNames } from './table-settings.ts';

/** Operations that dynalite lacks or answers slowly, by name. */
export type SettingsOperations = ReadonlyMap<string, (input: unknown) => Promise<object>>;

const tableInput = z.object({ TableName: z.string() });
const timeToLiveInput = tableInput.extend({
  TimeToLiveSpecification: z.object({ AttributeName: z.string().min(1).max(255), Enabled: z.boolean() }),
});
const backupsInput = tableInput.extend({
  PointInTimeRecoverySpecification: z.object({
    PointInTimeRecoveryEnabled: z.boolean(),
    RecoveryPeriodInDays: z.number().int().min(1).max(35).optional(),
  }),
});
const listInput = z.object({
  Limit: z.number().int().min(1).max(100).default(100),
  ExclusiveStartTableName: z.string().optional(),
});

/** Time to live, continuous backups (remembered, nothing is backed up) and ListTables. */
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
    [
      'UpdateContinuousBackups',
      async (input) => {
        const { TableName, PointInTimeRecoverySpecification: wanted } = checked(backupsInput, input);
        await requests.table(TableName);
        const { PointInTimeRecoveryEnabled: enabled, RecoveryPeriodInDays: recoveryPeriodDays = 35 } = wanted;
        await settings.change(TableName, { pointInTimeRecovery: { enabled, recoveryPeriodDays } });
        return continuousBackups(settings, TableName);
      },
    ],
    [
      'DescribeContinuousBackups',
      async (input) => {
        const { TableName } = checked(tableInput, input);
        await requests.table(TableName);
        return continuousBackups(settings, TableName);
      },
    ],
    [
      'ListTables',
      async (input) => {
        const { Limit, ExclusiveStartTableName = '' } = checked(listInput, input);
        const names = (await tableNames(requests.store.db)).filter((name) => name > ExclusiveStartTableName);
        const TableNames = names.slice(0, Limit);
        return names.length > Limit ? { TableNames, LastEvaluatedTableName: TableNames.at(-1) } : { TableNames };
      },
    ],
  ]);

const continuousBackups = (settings: AllTableSettings, table: string) => {
  const { enabled = false, recoveryPeriodDays = 35 } = settings.get(table).pointInTimeRecovery ?? {};
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: enabled
        ? { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: recoveryPeriodDays }
        : { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  };
};

const checked = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw validationError(`${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
};
