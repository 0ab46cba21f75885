// npm run deploy -- --stage prod: checks first, then lets CDK deploy the stage's stacks to AWS.
import { UsageError } from '../../cli/command-errors.ts';
import { helpOption, readOptions } from '../../cli/read-options.ts';
import { DeployFailed, runToExit } from './deploy-error.ts';
import { checkBeforeDeploy, type Request } from './preflight.ts';
import { mustRunCdk } from './run-cdk.ts';
import { readStages } from './stages.ts';

const usage = `Usage: npm run deploy -- --stage <stage> [options]

  --stage <stage>      a stage of cdk.json, such as dev or prod
  --account <number>   refuse to deploy to any other account
  --region <region>    region to deploy to (default: the stage's, or the one of your profile)
  --check              only look whether everything is ready
  --yes                do not ask before permissions are widened (for CI, where a person approved before)
  --help               this text`;

interface Arguments extends Request {
  readonly check: boolean;
  readonly yes: boolean;
}

await runToExit(async () => {
  const args = readArguments(process.argv.slice(2));
  if (!args) {
    console.log(usage);
    return 0;
  }
  const preflight = await checkBeforeDeploy(args, readStages());
  if (!('account' in preflight)) {
    const faults = preflight.faults.map((fault) => `  ✗ ${fault}`).join('\n');
    throw new DeployFailed(`Nothing was created. Put this right first:\n${faults}`);
  }
  const { account, region, caller } = preflight;
  console.log(`✓ ${args.stage} goes to account ${account}, region ${region}, as ${caller}`);
  if (args.check) return 0;
  const { seconds } = await mustRunCdk(deployArguments(args), {
    environment: { AWS_REGION: region },
    interactive: true,
  });
  console.log(`✓ deployed in ${Math.round(seconds)} s`);
  return 0;
});

function deployArguments({ stage, yes }: Arguments): string[] {
  const approval = yes ? 'never' : 'broadening';
  const outputs = `cdk.out/outputs-${stage}.json`;
  return ['deploy', '--all', '-c', `stage=${stage}`, '--require-approval', approval, '--outputs-file', outputs];
}

function readArguments(args: readonly string[]): Arguments | undefined {
  const { help, check, yes, stage, account, region } = parse(args);
  if (help) return undefined;
  if (!stage) throw new UsageError(`Say which stage to deploy.\n\n${usage}`);
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new UsageError(`--account must be an account number of 12 digits, not "${account}".\n\n${usage}`);
  }
  return { stage, account, region, check, yes };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { stage: text, account: text, region: text, check: flag, yes: flag, help: helpOption };
  return readOptions({ args: [...args], options }, usage).values;
}
