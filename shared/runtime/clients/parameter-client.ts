// The client of Systems Manager's parameters.
import { SSMClient } from '@aws-sdk/client-ssm';

export const createParameterClient = (): SSMClient => new SSMClient({});
