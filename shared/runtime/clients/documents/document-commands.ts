// The commands of lib-dynamodb that the table sends. Where the client's protocol takes plain values, nothing is converted before it, and the SDK's
// middleware is put together once for each command instead of twice for each request, as its own setting `cacheMiddleware` does.
import {
  BatchGetCommand as BatchGet,
  BatchWriteCommand as BatchWrite,
  DeleteCommand as Delete,
  GetCommand as Get,
  PutCommand as Put,
  QueryCommand as Query,
  TransactWriteCommand as TransactWrite,
  UpdateCommand as Update,
} from '@aws-sdk/lib-dynamodb';
import { PlainValuesProtocol } from './plain-values-protocol.ts';
import { type StepStack, withShortSteps } from './request-steps.ts';

type Resolving<Command extends Resolvable> = Parameters<Command['resolveMiddleware']>;
type Handler = (command: unknown) => Promise<unknown>;

export class GetCommand extends Get {
  override resolveMiddleware(...args: Resolving<Get>) {
    return direct<Get>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class PutCommand extends Put {
  override resolveMiddleware(...args: Resolving<Put>) {
    return direct<Put>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class UpdateCommand extends Update {
  override resolveMiddleware(...args: Resolving<Update>) {
    return direct<Update>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class DeleteCommand extends Delete {
  override resolveMiddleware(...args: Resolving<Delete>) {
    return direct<Delete>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class QueryCommand extends Query {
  override resolveMiddleware(...args: Resolving<Query>) {
    return direct<Query>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class BatchGetCommand extends BatchGet {
  override resolveMiddleware(...args: Resolving<BatchGet>) {
    return direct<BatchGet>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class BatchWriteCommand extends BatchWrite {
  override resolveMiddleware(...args: Resolving<BatchWrite>) {
    return direct<BatchWrite>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}
export class TransactWriteCommand extends TransactWrite {
  override resolveMiddleware(...args: Resolving<TransactWrite>) {
    return direct<TransactWrite>(this.clientCommand, args) ?? super.resolveMiddleware(...args);
  }
}

/** Handlers of a client, by its configuration and the class of the command. */
const known = new WeakMap<object, Map<unknown, Handler>>();

interface Resolvable {
  readonly resolveMiddleware: (stack: never, configuration: never, options?: never) => unknown;
}

/** The handler without the document client's conversions; nothing where a client's protocol does not make them up, or a request has options of its own. */
function direct<Command extends Resolvable>(
  command: Resolvable,
  [stack, configuration, options]: readonly [unknown, { readonly protocol: unknown }, unknown?],
): ReturnType<Command['resolveMiddleware']> | undefined {
  if (options !== undefined || !(configuration.protocol instanceof PlainValuesProtocol)) return undefined;
  const handlers = known.get(configuration) ?? new Map<unknown, Handler>();
  known.set(configuration, handlers);
  const kind = command.constructor;
  const handler = handlers.get(kind) ?? resolved(command, stack as Stack, configuration);
  handlers.set(kind, handler);
  return (() => handler(command)) as ReturnType<Command['resolveMiddleware']>;
}

interface Stack {
  concat(commands: unknown): StepStack;
}

const resolved = (command: Resolvable, stack: Stack, configuration: { readonly protocol: unknown }): Handler => {
  const shortened = {
    concat: (own: unknown) => withShortSteps(stack.concat(own), configuration.protocol as PlainValuesProtocol),
  };
  return command.resolveMiddleware(shortened as never, configuration as never) as Handler;
};
