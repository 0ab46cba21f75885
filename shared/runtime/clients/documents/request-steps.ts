// Three steps of the SDK's requests without what each request need not do again: copies of the client's fifty settings, the search for an endpoint
// that stays the same, a stream that gathers one small answer. They take the places of the SDK's steps by their names, and leave to those what is unusual.
import type { Readable } from 'node:stream';
import type { PlainValuesProtocol } from './plain-values-protocol.ts';

/** As much of the SDK's words as is used here. */
export interface StepStack {
  add(step: Step, options: object): void;
  addRelativeTo(step: Step, options: object): void;
  applyToStack(stack: Pick<StepStack, 'add' | 'addRelativeTo'>): void;
}
type Handler = (args: Args) => Promise<Answered>;
type Step = (next: Handler, context: StepContext) => Handler;
interface Args {
  readonly input: Readonly<Record<string, unknown>>;
  readonly request?: unknown;
}
interface Answered {
  readonly response: Response;
  readonly output?: unknown;
}
interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: unknown;
}
interface StepContext {
  endpointV2?: { readonly properties?: Readonly<Record<string, unknown>> };
  readonly __smithy_context: {
    readonly operationSchema?: readonly unknown[];
    readonly selectedHttpAuthScheme?: { readonly identity?: { readonly accountId?: string } };
  };
}

/** Puts the steps into a command's stack, in which the SDK's own are. */
export function withShortSteps(stack: StepStack, protocol: PlainValuesProtocol): StepStack {
  const theirs = stepsOf(stack);
  const [endpoint, deserializer] = [theirs.get('endpointV2Middleware'), theirs.get('deserializerMiddleware')];
  if (!endpoint || !deserializer)
    throw new Error('The SDK does not have the steps any more that are made shorter here');
  const before = { relation: 'before', toMiddleware: 'serializerMiddleware', override: true };
  stack.addRelativeTo(keptEndpoint(endpoint), { name: 'endpointV2Middleware', ...before });
  stack.add(serialized(protocol), { name: 'serializerMiddleware', step: 'serialize', override: true });
  stack.add(deserialized(deserializer, protocol), {
    name: 'deserializerMiddleware',
    step: 'deserialize',
    override: true,
  });
  return stack;
}

/** The steps of a stack, by their names. */
function stepsOf(stack: StepStack): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const note = (step: Step, { name = '' }: { readonly name?: string }) => void steps.set(name, step);
  stack.applyToStack({ add: note, addRelativeTo: note });
  return steps;
}

/**
 * The endpoint is looked for once for each account: what else it follows from are settings of the client. Where a request names its table by
 * an ARN, or the endpoint says how to sign, it is looked for each time.
 */
const keptEndpoint =
  (theirs: Step): Step =>
  (next, context) => {
    const kept = new Map<string | undefined, NonNullable<StepContext['endpointV2']>>();
    const look = theirs((args) => {
      const { endpointV2 } = context;
      const isKept = endpointV2 && !endpointV2.properties?.['authSchemes'] && areNamed(args.input);
      if (isKept) kept.set(accountOf(context), endpointV2);
      return next(args);
    }, context);
    return (args) => {
      const known = areNamed(args.input) ? kept.get(accountOf(context)) : undefined;
      if (!known) return look(args);
      context.endpointV2 = known;
      return next(args);
    };
  };

/** Whether every table that is asked is given by its name. */
const areNamed = (input: Args['input']): boolean =>
  tablesIn(input).every((table) => typeof table === 'string' && !table.startsWith('arn:'));

function tablesIn({ TableName, RequestItems, TransactItems }: Args['input']): readonly unknown[] {
  if (RequestItems) return Object.keys(RequestItems);
  if (!TransactItems) return [TableName];
  const writes = (TransactItems as Readonly<Record<string, { readonly TableName?: unknown }>>[]).flatMap(Object.values);
  return writes.map((write) => write.TableName);
}

const accountOf = ({ __smithy_context: { selectedHttpAuthScheme } }: StepContext) =>
  selectedHttpAuthScheme?.identity?.accountId;

/** The operation of a command, as its protocol asks for it. */
function operationOf({ __smithy_context: { operationSchema = [] } }: StepContext) {
  const [, namespace, name, traits, input, output] = operationSchema;
  return { namespace, name, traits, input, output };
}

const serialized =
  (protocol: PlainValuesProtocol): Step =>
  (next, context) =>
  async (args) => {
    const settings = { endpoint: async () => context.endpointV2 };
    const operation = operationOf(context);
    const request = await protocol.serializeRequest(operation as never, args.input, settings as never);
    return next({ ...args, request });
  };

/** Answers that tell an error, or are no JSON, are read as ever. */
const deserialized =
  (theirs: Step, protocol: PlainValuesProtocol): Step =>
  (next, context) =>
  async (args) => {
    const { response } = await next(args);
    if (response.statusCode === 200) {
      const bytes = await bytesOf(response.body);
      response.body = bytes;
      const output = protocol.readAnswer(response, bytes);
      if (output) return { response, output };
    }
    return theirs(async () => ({ response }), context)(args);
  };

/** As a connection gives them, or a handler that has them already. */
const bytesOf = (body: unknown): Uint8Array | Promise<Uint8Array> =>
  body instanceof Uint8Array ? body : readToEnd(body as Readable);

const readToEnd = (stream: Readable): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    stream.once('error', reject);
  });
