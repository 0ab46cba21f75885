// What `cdk` runs: the stage's stacks, checked against the AWS Solutions rules. Holds no resources.
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addStacks } from './stacks/add-stacks.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
addStacks(app);
app.synth();
