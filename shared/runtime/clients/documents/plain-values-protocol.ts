// The protocol of DynamoDB, which takes and gives plain JavaScript values. The SDK would walk each value twice in each direction: for the document
// client, then by the schemas of all operations.
import { randomUUID } from 'node:crypto';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import { attributesText, plainRecord } from './plain-values.ts';

type Members = Record<string, unknown>;

/** Members that hold attributes, wherever in a request they are. */
const attributesIn: ReadonlySet<string> = new Set(['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey']);

/** A request as JSON. Lists of writes hold requests themselves. */
function requestText(members: object): string {
  const texts = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}":${memberText(name, value)}`);
  return `{${texts.join(',')}}`;
}

function memberText(name: string, value: unknown): string {
  if (attributesIn.has(name)) return attributesText(value as object);
  if (name === 'TransactItems') return `[${(value as object[]).map(writeText).join(',')}]`;
  if (name === 'Keys') return `[${(value as object[]).map(attributesText).join(',')}]`;
  if (name !== 'RequestItems') return JSON.stringify(value);
  const tables = Object.entries(value as Record<string, object | object[]>);
  return `{${tables.map(([table, asked]) => `${JSON.stringify(table)}:${askedText(asked)}`).join(',')}}`;
}

/** What is asked of one table: a list of writes, or the keys of items to read. */
const askedText = (asked: object | object[]): string =>
  Array.isArray(asked) ? `[${asked.map(writeText).join(',')}]` : requestText(asked);

/** One write of several: `{ Put: {…} }`, `{ DeleteRequest: {…} }`. */
const writeText = (write: object): string =>
  `{${Object.entries(write)
    .map(([kind, request]) => `"${kind}":${requestText(request)}`)
    .join(',')}}`;

/** Makes the attributes of an answer plain, in place. */
function plainAnswer(answer: Members): Members {
  for (const name of ['Item', 'Attributes', 'LastEvaluatedKey']) if (answer[name]) plainRecord(answer[name] as Members);
  for (const item of (answer['Items'] ?? []) as Members[]) plainRecord(item);
  for (const items of Object.values((answer['Responses'] ?? {}) as Record<string, Members[]>))
    for (const item of items) plainRecord(item);
  for (const { Keys = [] } of Object.values((answer['UnprocessedKeys'] ?? {}) as Record<string, { Keys?: Members[] }>))
    for (const key of Keys) plainRecord(key);
  for (const writes of Object.values((answer['UnprocessedItems'] ?? {}) as Record<string, Record<string, Members>[]>))
    for (const write of writes)
      for (const request of Object.values(write))
        for (const attributes of Object.values(request)) plainRecord(attributes as Members);
  return answer;
}

class RequestWriter {
  #text = '';
  write(_schema: unknown, request: unknown): void {
    const members = request as Members;
    // All tries of a transaction bear one token, so that it happens once.
    const token = members['TransactItems'] ? { ClientRequestToken: randomUUID() } : {};
    this.#text = requestText({ ...token, ...members });
  }
  flush(): string {
    return this.#text;
  }
  setSerdeContext(): void {}
}

class AnswerReader {
  read(schema: unknown, bytes: string | Uint8Array): Members {
    const answer: Members = JSON.parse(typeof bytes === 'string' ? bytes : decoder.decode(bytes));
    return typeof schema === 'number' ? answer : plainAnswer(answer); // an error's body has no schema of its own
  }
  setSerdeContext(): void {}
}

const decoder = new TextDecoder();

/** Everything else about requests, answers and errors is the SDK's. */
export class PlainValuesProtocol extends AwsJson1_0Protocol {
  protected override serializer = new RequestWriter();
  protected override deserializer = new AnswerReader();

  /** What was answered well, with the SDK's facts about the answer; undefined when it is no JSON. */
  readAnswer(response: object, bytes: Uint8Array): Members | undefined {
    const $metadata = this.deserializeMetadata(response as never);
    try {
      return { ...plainAnswer(bytes.byteLength > 0 ? JSON.parse(decoder.decode(bytes)) : {}), $metadata };
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
}
