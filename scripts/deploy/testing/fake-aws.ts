// As much of STS, CloudFormation and Lambda as a preflight asks for, over their real wire protocol on loopback. Counts what it was asked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeAws {
  readonly url: string;
  /** Every action that was asked for, in order. */
  readonly actions: string[];
  account: string;
  /** Executions of functions the account may have at once. */
  concurrentExecutions: number;
  /** Error code that STS answers with instead. */
  refusal: string | undefined;
  /** The bootstrap stack; undefined where nobody bootstrapped. */
  toolkit: { readonly status: string; readonly version: string } | undefined;
  close(): Promise<void>;
}

export async function startFakeAws(): Promise<FakeAws> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'GET' && request.url === '/2016-08-19/account-settings') {
      fake.actions.push('GetAccountSettings');
      const limit = { AccountLimit: { ConcurrentExecutions: fake.concurrentExecutions } };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(limit));
      return;
    }
    const action = new URLSearchParams(body).get('Action') ?? '';
    fake.actions.push(action);
    const { status, xml } = answer(action, fake);
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeAws = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    actions: [],
    account: '111122223333',
    concurrentExecutions: 1000,
    refusal: undefined,
    toolkit: { status: 'CREATE_COMPLETE', version: '29' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

function answer(action: string, { account, refusal, toolkit }: FakeAws): { status: number; xml: string } {
  if (action === 'GetCallerIdentity') {
    if (refusal) return fault(403, refusal, 'Refused by the test');
    const identity = `<Arn>arn:aws:iam::${account}:user/ada</Arn><UserId>ada</UserId><Account>${account}</Account>`;
    return result(action, identity);
  }
  if (action !== 'DescribeStacks') return fault(400, 'InvalidAction', `This fake knows no ${action}`);
  if (!toolkit) return fault(400, 'ValidationError', 'Stack with id CDKToolkit does not exist');
  const output = `<OutputKey>BootstrapVersion</OutputKey><OutputValue>${toolkit.version}</OutputValue>`;
  const stack = `<StackName>CDKToolkit</StackName><StackStatus>${toolkit.status}</StackStatus><CreationTime>2026-11-23T00:00:00Z</CreationTime>`;
  return result(action, `<Stacks><member>${stack}<Outputs><member>${output}</member></Outputs></member></Stacks>`);
}

const result = (action: string, content: string) => ({
  status: 200,
  xml: `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`,
});

const fault = (status: number, code: string, message: string) => ({
  status,
  xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
