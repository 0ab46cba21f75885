// The whole system of one stage: what must survive (data) apart from what can be redeployed at any time (app, web).
import { type App, Tags } from 'aws-cdk-lib';
import { readSettings } from '../settings.ts';
import { AppStack } from './app-stack.ts';
import { DataStack } from './data-stack.ts';
import { WebStack } from './web-stack.ts';

interface Stacks {
  readonly data: DataStack;
  readonly app: AppStack;
  /** Only on AWS: an emulator knows neither origin access control nor functions at the edge. */
  readonly web: WebStack | undefined;
}

/** Adds the stacks of the stage the context names. Throws when a setting is missing or wrong. */
export function addStacks(app: App): Stacks {
  const settings = readSettings(app.node);
  const data = new DataStack(app, `AstroMedia-${settings.stage}-data`, settings);
  const appStack = new AppStack(app, `AstroMedia-${settings.stage}-app`, { settings, data });
  const web = settings.emulatorUrl
    ? undefined
    : new WebStack(app, `AstroMedia-${settings.stage}-web`, { settings, data, app: appStack });
  Tags.of(app).add('application', 'astromedia');
  Tags.of(app).add('stage', settings.stage);
  return { data, app: appStack, web };
}
