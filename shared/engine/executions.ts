// Starts and stops the execution of a campaign. One execution per campaign, named after it: starting twice is starting once.
import {
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  ValidationException,
} from '@aws-sdk/client-sfn';
import type { CampaignReference } from '../contracts/identifiers.ts';

export type Executions = ReturnType<typeof createExecutions>;

export function createExecutions(client: SFNClient, stateMachineArn: string) {
  const arnOf = (campaignId: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${campaignId}`;
  return {
    /** Ids only: a step's input holds 256 KiB at most, and data belongs in the table. */
    async start(reference: CampaignReference, phaseIds: readonly string[]): Promise<void> {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn,
          name: reference.campaignId,
          input: JSON.stringify({ ...reference, phaseIds }),
        }),
      );
    },

    /** Stops the execution if there is one. One that has ended already may be refused as not valid: it is stopped. */
    async stop(campaignId: string): Promise<void> {
      try {
        await client.send(new StopExecutionCommand({ executionArn: arnOf(campaignId), error: 'CampaignCancelled' }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist || error instanceof ValidationException)) throw error;
      }
    },
  };
}
