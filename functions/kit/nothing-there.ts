// What came by a catch-all: an address without a route, or one whose routes have other methods. Only this asks for the whole route table, which is
// read when it is first asked.
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from './gateway-request.ts';

export class MethodNotAllowed extends ProblemError {
  readonly allowed: readonly string[];

  constructor(message: string, allowed: readonly string[]) {
    super('method-not-allowed', message);
    this.allowed = allowed;
  }
}

export async function nothingThere({ method, path }: Pick<GatewayRequest, 'method' | 'path'>): Promise<ProblemError> {
  const { allowedMethods } = await import('../../shared/contracts/match-path.ts');
  const allowed = allowedMethods(path);
  return allowed.length > 0
    ? new MethodNotAllowed(`${path} takes ${allowed.join(', ')}, not ${method}.`, allowed)
    : new ProblemError('not-found', `There is no ${method} ${path}.`);
}
