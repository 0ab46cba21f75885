// How a Lambda's source becomes what is uploaded: one ES module, minified, the AWS SDK inside, made by the local esbuild and never by Docker.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, type ICommandHooks, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import { type LambdaName, lambdas } from '../../shared/contracts/lambdas.ts';
import { bundleBanner, projectRoot, studioPackages } from './bundle-format.ts';

/** The properties of a NodejsFunction that say where its code comes from. A stack that need not be bundled (tests) gets a placeholder. */
export function functionCode(scope: Construct, name: LambdaName) {
  if (!Stack.of(scope).bundlingRequired) {
    return { code: Code.fromInline('exports.handler = async () => {};'), handler: 'index.handler' };
  }
  requireLocalEsbuild();
  return {
    entry: join(projectRoot, lambdas[name].entry),
    handler: 'handler',
    projectRoot,
    depsLockFilePath: join(projectRoot, 'package-lock.json'),
    bundling: { ...commonOptions, ...filesBeside(name) },
  };
}

const commonOptions: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: bundleBanner,
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  bundleAwsSDK: true,
  esbuildArgs: {
    '--alias:@aws-sdk/credential-provider-node': fileURLToPath(new URL('./function-credentials.ts', import.meta.url)),
  },
  logLevel: LogLevel.WARNING,
};

/** What a function reads from files at run time lies beside its bundle. */
function filesBeside(name: LambdaName): BundlingOptions {
  // The offline studio reads fonts and WebAssembly from packages and computes in workers.
  if ('studio' in lambdas[name])
    return { externalModules: [...studioPackages], commandHooks: running('./add-media-studio.ts') };
  if (name === 'exports') return { commandHooks: running('./add-report-fonts.ts') };
  if (name === 'docs') return { commandHooks: running('./add-docs-viewer.ts') };
  return {};
}

/** Runs a script of this folder on the bundle that was just made. */
function running(file: string): ICommandHooks {
  const script = fileURLToPath(new URL(file, import.meta.url));
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_inputDirectory, outputDirectory) => [`"${process.execPath}" "${script}" "${outputDirectory}"`],
  };
}

/** Without this check CDK would silently turn to Docker. */
function requireLocalEsbuild(): void {
  try {
    createRequire(join(projectRoot, 'package.json')).resolve('esbuild');
  } catch {
    throw new Error('esbuild is not installed, so the Lambda functions cannot be bundled: run npm ci');
  }
}
