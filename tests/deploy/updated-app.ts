// The same app with every function changed: its metrics go to another namespace, by which the update test knows the new version.
// Run by `cdk --app`.
import { App } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { addStacks } from '../../infra/stacks/add-stacks.ts';
import { updatedNamespace } from './updated-namespace.ts';

const app = new App();
addStacks(app);
for (const construct of app.node.findAll()) {
  if (!(construct instanceof CfnFunction)) continue;
  construct.addPropertyOverride('Environment.Variables.POWERTOOLS_METRICS_NAMESPACE', updatedNamespace);
}
app.synth();
