// EventBridge's schedules, as far as the application uses them: calls functions from time to time.
import { lambdas, type ScheduledLambdaName, scheduledLambdaNames } from '../../shared/contracts/lambdas.ts';

interface ScheduleOptions {
  readonly invoke: (name: ScheduledLambdaName) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

/** Calls each scheduled function at once, as nobody knows how long the platform stood still, and then at its times. */
export function startSchedules({ invoke, onError }: ScheduleOptions) {
  const call = (name: ScheduledLambdaName) => void invoke(name).catch(onError);
  const timers = scheduledLambdaNames.map((name) => {
    call(name);
    return setInterval(() => call(name), lambdas[name].everyMinutes * 60_000).unref();
  });
  return {
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
