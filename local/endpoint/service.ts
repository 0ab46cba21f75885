// What the embedded services of the AWS JSON protocols have in common: operations by name, checked requests, errors in AWS's words.
import type * as z from 'zod';

/** A failure the caller is told about in AWS's own words: its type name, a message and an HTTP status. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(type: string, message: string, options: { status?: number; details?: Record<string, unknown> } = {}) {
    super(message);
    this.type = type;
    this.status = options.status ?? 400;
    this.details = options.details ?? {};
  }
}

/** What the caller is told of an error. A fault of ours is for the log. */
export function refusalOf(error: unknown, onError?: (error: unknown) => void): ServiceError {
  if (error instanceof ServiceError) return error;
  onError?.(error);
  return new ServiceError('InternalServerError', 'The local platform failed to answer; see its log.', { status: 500 });
}

type Answer = object | undefined | Promise<object | undefined>;
export type Operation = (input: unknown) => Answer;

/** A service whose operations are named by the header `x-amz-target`: `<target>.<operation>`. */
export interface Service {
  readonly target: string;
  /** What it answers; every other name is refused. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly maximumBodyBytes: number;
  /** Operations that AWS answers without a signature. */
  readonly isPublic?: (operation: string) => boolean;
}

/** The value of a JSON body; of none, an empty object. */
export function parsed(body: Buffer): unknown {
  try {
    return body.byteLength === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The request body is not JSON.');
  }
}

/** The input in the shape that is asked for. Throws a ServiceError of the type that says where it differs. */
export const checked = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  errorType = 'ValidationException',
): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ServiceError(errorType, `${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
};

/** An operation that sees checked requests only. */
export const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    answer: (input: z.output<Schema>) => Answer,
    errorType?: string,
  ): Operation =>
  (input) =>
    answer(checked(schema, input, errorType));
