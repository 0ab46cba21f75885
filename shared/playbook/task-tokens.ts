// Answers waiting Step Functions tasks. Tokens are read from phases and never leave the server.
import { SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';

export type TaskTokens = ReturnType<typeof createTaskTokens>;

export const openTaskTokens = (): TaskTokens => createTaskTokens(new SFNClient({}));

export function createTaskTokens(client: SFNClient) {
  return {
    /**
     * Lets a waiting task go on. A task that is gone already (answered by somebody else, or of an execution that was
     * replaced) is no error: whoever answered first did what we wanted. Says whether it was this answer. Every other failure is thrown.
     */
    async succeed(taskToken: string, output: object): Promise<boolean> {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return true;
      } catch (error) {
        if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut) return false;
        throw error;
      }
    },
  };
}
