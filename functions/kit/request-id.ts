// The id by which a client, our logs and the answer name the same request. A client may bring its own.
import type { Context } from 'aws-lambda';
import type { GatewayRequest } from './gateway-request.ts';

/** What a client's id may look like; anything else could forge log lines. */
const acceptable = /^[\w.:-]{8,128}$/;

export const requestIdOf = ({ headers }: GatewayRequest, context: Context): string => {
  const brought = headers['x-request-id'];
  return brought !== undefined && acceptable.test(brought) ? brought : context.awsRequestId;
};
