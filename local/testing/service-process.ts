/** A process of its own for suites that kill it: serves what argv names from the directory there, prints a line as JSON, and waits for its end. */
import { startDynamoDb } from '../dynamodb/dynamodb.ts';
import { serveCognito, serveSqs, serveStepFunctions } from './serve.ts';

const [service = '', directory = '', definition = '{}'] = process.argv.slice(2);
const serve: Record<string, () => Promise<object>> = {
  dynamodb: () => startDynamoDb({ directory, tableName: 'campaigns' }),
  cognito: () => serveCognito({ directory }),
  sqs: () => serveSqs(directory),
  stepfunctions: () =>
    serveStepFunctions({
      directory,
      definition: JSON.parse(definition),
      invokeFunction: () => new Promise(() => {}),
    }),
};
process.stdout.write(`${JSON.stringify(await serve[service]?.())}\n`);
setInterval(() => {}, 60_000);
