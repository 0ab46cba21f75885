// The state machine's definition with the names of the functions in the places where infra/ puts their ARNs.
import { readFile } from 'node:fs/promises';
import { playbookLambdaNames } from '../shared/contracts/lambdas.ts';
import { definitionPlaceholder } from '../shared/contracts/resources.ts';

export async function readCampaignDefinition(): Promise<string> {
  const text = await readFile(new URL('../statemachines/campaign.asl.json', import.meta.url), 'utf8');
  return playbookLambdaNames.reduce(
    (filled, name) => filled.replaceAll(`\${${definitionPlaceholder(name)}}`, name),
    text,
  );
}
