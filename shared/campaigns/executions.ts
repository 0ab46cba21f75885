// Starts, stops and looks at the executions of a campaign. Each run has one, named after campaign and run: starting twice is
// starting once, and a name is never used again (AWS keeps it for 90 days).
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  ValidationException,
} from '@aws-sdk/client-sfn';
import type { CampaignReference } from '../contracts/identifiers.ts';

export type Executions = ReturnType<typeof createExecutions>;

export const openExecutions = (stateMachineArn: string): Executions =>
  createExecutions(new SFNClient({}), stateMachineArn);

/** The first run bears the campaign's own name. */
export const executionName = (campaignId: string, run: number): string =>
  run > 1 ? `${campaignId}-r${run}` : campaignId;

export function createExecutions(client: SFNClient, stateMachineArn: string) {
  const arnOf = (campaignId: string, run: number) =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${executionName(campaignId, run)}`;
  return {
    /** Ids only: a step's input holds 256 KiB at most, and data belongs in the table. */
    async start(reference: CampaignReference, run: number, phaseIds: readonly string[]): Promise<void> {
      const starting = client.send(
        new StartExecutionCommand({
          stateMachineArn,
          name: executionName(reference.campaignId, run),
          input: JSON.stringify({ ...reference, phaseIds }),
        }),
      );
      await starting.catch((error: unknown) => {
        // This run was started before and has ended: the campaign may move on to it, and a relaunch to the next.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      });
    },

    /** Whether the execution of a run is still under way; false too when there never was one. */
    async isRunning(campaignId: string, run: number): Promise<boolean> {
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn: arnOf(campaignId, run) }));
        return status === 'RUNNING' || status === 'PENDING_REDRIVE';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },

    /** Stops the execution of a run if there is one. One that has ended already may be refused as not valid: it is stopped. */
    async stop(campaignId: string, run: number): Promise<void> {
      try {
        await client.send(
          new StopExecutionCommand({ executionArn: arnOf(campaignId, run), error: 'CampaignCancelled' }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist || error instanceof ValidationException)) throw error;
      }
    },
  };
}
