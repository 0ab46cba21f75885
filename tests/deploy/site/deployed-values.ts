// What the expressions of a synthesised template come to in the stacks that are deployed.
import { readFile } from 'node:fs/promises';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';

export const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});
export type Template = z.infer<typeof templateSchema>;

export const readTemplate = async (assembly: string, stack: string): Promise<Template> =>
  templateSchema.parse(JSON.parse(await readFile(`${assembly}/${stack}.template.json`, 'utf8')));

export type Resolve = (value: unknown) => unknown;

/** Answers for the templates of an assembly whose `deployed` stacks stand. Throws for an expression that it does not know. */
export async function deployedValues(assembly: string, deployed: readonly string[]): Promise<Resolve> {
  const exported = new Map<string, () => unknown>();
  for (const stack of deployed) {
    const { StackResources: resources = [] } = await new CloudFormationClient({}).send(
      new DescribeStackResourcesCommand({ StackName: stack }),
    );
    const ids = new Map(
      resources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId, PhysicalResourceId]),
    );
    const own = resolver((name) => (name === 'AWS::StackId' ? resources[0]?.StackId : ids.get(name)), exported);
    for (const { Value, Export } of Object.values((await readTemplate(assembly, stack)).Outputs))
      if (Export) exported.set(Export.Name, () => own(Value));
  }
  return resolver(() => undefined, exported);
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
};

function resolver(find: (name: string) => string | undefined, exported: ReadonlyMap<string, () => unknown>): Resolve {
  const known = (name: string): string => {
    const value = pseudo[name] ?? find(name);
    if (value === undefined) throw new Error(`Nothing that is deployed goes by the name ${name}`);
    return value;
  };
  const resolve: Resolve = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(resolve);
    const [[name, argument] = [], ...others] = Object.entries(value);
    if (others.length > 0 || !name || !(name === 'Ref' || name.startsWith('Fn::')))
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
    if (name === 'Ref') return known(String(argument));
    if (name === 'Fn::ImportValue') {
      const read = exported.get(String(argument));
      if (read) return read();
    }
    const parts = resolve(argument);
    if (name === 'Fn::Join' && Array.isArray(parts)) return (parts[1] as string[]).join(String(parts[0]));
    if (name === 'Fn::Split' && Array.isArray(parts)) return String(parts[1]).split(String(parts[0]));
    if (name === 'Fn::Select' && Array.isArray(parts)) return (parts[1] as unknown[])[Number(parts[0])];
    throw new Error(`${name} is not understood: ${JSON.stringify(argument)}`);
  };
  return resolve;
}
