// What the deployed functions logged, from CloudWatch Logs.
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';

/** Every log group that has something to say. */
export async function readLogGroups(): Promise<{ readonly name: string; readonly messages: string[] }[]> {
  const client = new CloudWatchLogsClient({});
  const names: string[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
    for (const { logGroupName } of logGroups) if (logGroupName) names.push(logGroupName);
  }
  const groups = await Promise.all(names.map(async (name) => ({ name, messages: await readMessages(client, name) })));
  return groups.filter(({ messages }) => messages.length > 0);
}

async function readMessages(client: CloudWatchLogsClient, logGroupName: string): Promise<string[]> {
  const messages: string[] = [];
  for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName })) {
    for (const { message } of events) if (message) messages.push(message.trimEnd());
  }
  return messages;
}
