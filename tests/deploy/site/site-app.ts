// The stacks of an emulator, and beside them the one that it cannot deploy: what a browser opens. Only synthesised; run by `cdk --app`.
import { App } from 'aws-cdk-lib';
import { readSettings } from '../../../infra/settings.ts';
import { addStacks } from '../../../infra/stacks/add-stacks.ts';
import { WebStack } from '../../../infra/stacks/web-stack.ts';

const app = new App();
const { data, app: appStack } = addStacks(app);
const settings = readSettings(app.node);
new WebStack(app, `AstroMedia-${settings.stage}-web`, { settings, data, app: appStack });
app.synth();
