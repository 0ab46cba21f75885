// Reads what the tests ask about out of a template.
import type { Template } from 'aws-cdk-lib/assertions';
import { constructId } from '../../infra/constructs/service-function.ts';
import { type LambdaName, lambdaNames } from '../../shared/contracts/lambdas.ts';

export interface Resource {
  readonly logicalId: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: properties of a template are whatever CloudFormation defines.
  readonly Properties: any;
}

export function resourcesOf(template: Template, type?: string): Resource[] {
  const all = Object.entries(template.toJSON().Resources as Record<string, Omit<Resource, 'logicalId'>>);
  return all.map(([logicalId, resource]) => ({ logicalId, ...resource })).filter(({ Type }) => !type || Type === type);
}

/** The function resource of a Lambda. Throws when there is none. */
export function functionOf(template: Template, name: LambdaName): Resource {
  const description = constructId(name);
  const found = resourcesOf(template, 'AWS::Lambda::Function').filter(({ logicalId }) =>
    new RegExp(`^${description}[0-9A-F]{8}$`).test(logicalId),
  );
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} functions are called ${description}`);
  return only;
}

/** The Lambda a reference to a function's ARN points at. */
export function lambdaAt(template: Template, reference: unknown): LambdaName | undefined {
  const text = JSON.stringify(reference);
  return lambdaNames.find((name) => text.includes(`"${functionOf(template, name).logicalId}"`));
}

/** Every permission of a role as `action on resource`, sorted. */
export function permissionsOf(template: Template, roleReference: unknown): string[] {
  const role = JSON.stringify(roleReference).match(/"Fn::GetAtt":\["(\w+)","Arn"\]/)?.[1];
  const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
    Properties.Roles.some((attached: { Ref: string }) => attached.Ref === role),
  );
  return policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement.flatMap(linesOf)).sort();
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function linesOf({ Effect, Action, Resource, Condition }: Statement): string[] {
  const suffix = `${Effect === 'Allow' ? '' : ` (${Effect})`}${Condition ? ` when ${condition(Condition)}` : ''}`;
  return [Resource]
    .flat()
    .flatMap((resource) => [Action].flat().map((action) => `${action} on ${named(resource)}${suffix}`));
}

/** The table's name comes from the data stack, as long as it is written out. */
const condition = (value: unknown): string =>
  JSON.stringify(value).replace(
    /{"Fn::ImportValue":"[\w-]+:ExportsOutputRefCampaignsTable\w+"}/g,
    '"name of the table"',
  );

const namesByPattern: [RegExp, string][] = [
  [/^"\*"$/, '*'],
  [/ImportValue":"[\w-]+:ExportsOutputFnGetAttCampaignsTable\w+Arn\w+"}$/, 'table'],
  [/ImportValue":"[\w-]+:ExportsOutputFnGetAttAssetsBucket\w+Arn\w+"}$/, 'bucket'],
  [
    /ImportValue":"[\w-]+:ExportsOutputFnGetAttAssetsBucket\w+Arn\w+"},"\/(workspaces|uploads)\/\*"\]\]}$/,
    'bucket/$1/*',
  ],
  [/ImportValue":"[\w-]+:ExportsOutputFnGetAttAccountsUserPool\w+Arn\w+"}$/, 'user pool'],
  [/ImportValue":"[\w-]+:ExportsOutputRefModelSettingsSecret\w+"}$/, 'model settings'],
  [/":bedrock:\*::foundation-model\/\*"\]\]}$/, 'any foundation model'],
  [/":inference-profile\/\*"\]\]}$/, 'any inference profile'],
  [/":async-invoke\/\*"\]\]}$/, 'any video job'],
  [/^{"Ref":"PlaybookStateMachine\w+"}$/, 'state machine'],
  [/":execution:",{"Fn::GetAtt":\["PlaybookStateMachine\w+","Name"\]},":\*"\]\]}$/, 'executions of the state machine'],
  [/{"Ref":"LiveApi\w+"},"\/live\/POST\/@connections\/\*"\]\]}$/, 'sockets'],
  [/{"Ref":"LiveApi\w+"},"\/live\/DELETE\/@connections\/\*"\]\]}$/, 'closing of sockets'],
  [/^{"Fn::GetAtt":\["WebhookEventsQueue[0-9A-F]{8}","Arn"\]}$/, 'webhook queue'],
  [/":parameter\/astromedia\/\w+\/webhook-key"\]\]}$/, 'webhook key'],
  [/:apigateway:",{"Ref":"AWS::Region"},"::\/apikeys"\]\]}$/, 'API keys'],
  [/:apigateway:",{"Ref":"AWS::Region"},"::\/apikeys\/\*"\]\]}$/, 'any API key'],
  [/:apigateway:",{"Ref":"AWS::Region"},"::\/tags\/\*"\]\]}$/, 'tags'],
  [/"::\/usageplans\/",{"Ref":"Partner\w+Plan\w+"},"\/keys"\]\]}$/, 'keys of a usage plan'],
  [/^{"Fn::GetAtt":\["SiteBucket\w+","Arn"\]}$/, 'site'],
  [/^{"Fn::Join":\["",\[{"Fn::GetAtt":\["SiteBucket\w+","Arn"\]},"\/\*"\]\]}$/, 'site/*'],
  [/^{"Fn::GetAtt":\["(\w+)Logs[0-9A-F]{8}","Arn"\]}$/, 'logs of $1'],
  [/^{"Fn::GetAtt":\["(\w+)[0-9A-F]{8}","Arn"\]}$/, '$1'],
];

/** A short name for a known resource; anything unknown stays as it is and so fails the test that lists what is known. */
function named(resource: unknown): string {
  const text = JSON.stringify(resource);
  const [pattern, name] = namesByPattern.find(([candidate]) => candidate.test(text)) ?? [];
  if (!pattern || !name) return text;
  return name.replace('$1', pattern.exec(text)?.[1] ?? '');
}
