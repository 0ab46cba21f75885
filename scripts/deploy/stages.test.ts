import { expect, it } from 'vitest';
import { readStages } from './stages.ts';

const withContext = (context: object) => JSON.stringify({ app: 'node infra/app.ts', context });

it('reads the stages of this project, of which production keeps its data', () => {
  expect(readStages()).toContainEqual(
    expect.objectContaining({ name: 'prod', keepData: true, reservedConcurrency: 550 }),
  );
});

it('joins each stage with the account and region it belongs in', () => {
  const text = withContext({
    stages: { dev: { keepData: false }, prod: { keepData: true } },
    destinations: { prod: { account: '111122223333', region: 'eu-west-3' } },
  });

  expect(readStages(text)).toEqual([
    { name: 'dev', keepData: false, reservedConcurrency: 0 },
    { name: 'prod', keepData: true, reservedConcurrency: 0, account: '111122223333', region: 'eu-west-3' },
  ]);
});

it('refuses an account that is not one, and says where it stands', () => {
  const text = withContext({ stages: { prod: { keepData: true } }, destinations: { prod: { account: '12' } } });

  expect(() => readStages(text)).toThrow(/12 digits[\s\S]*context\.destinations\.prod\.account/);
});
