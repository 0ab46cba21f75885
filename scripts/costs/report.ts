// npm run costs: counts what campaigns ask of AWS, prices it and writes docs/COSTS.md.
import { mkdir, writeFile } from 'node:fs/promises';
import { countCampaigns } from './count-campaign.ts';
import { renderReport } from './render-report.ts';

const file = new URL('../../docs/COSTS.md', import.meta.url);

const [inAuto, ...others] = await countCampaigns(['AUTO', 'GUIDED']);
if (!inAuto) throw new Error('No campaign was counted');
await mkdir(new URL('.', file), { recursive: true });
await writeFile(file, renderReport([inAuto, ...others]));
console.log('Wrote docs/COSTS.md');
process.exit(0);
