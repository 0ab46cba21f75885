// The whole system of one stage: what must survive (data) apart from what can be redeployed at any time (app).
import { type App, Tags } from 'aws-cdk-lib';
import { readSettings } from '../settings.ts';
import { AppStack } from './app-stack.ts';
import { DataStack } from './data-stack.ts';

/** Adds the stacks of the stage the context names. Throws when a setting is missing or wrong. */
export function addStacks(app: App): { data: DataStack; app: AppStack } {
  const settings = readSettings(app.node);
  const data = new DataStack(app, `AstroMedia-${settings.stage}-data`, settings);
  const appStack = new AppStack(app, `AstroMedia-${settings.stage}-app`, { settings, data });
  Tags.of(app).add('application', 'astromedia');
  Tags.of(app).add('stage', settings.stage);
  return { data, app: appStack };
}
