import { lambdas } from '../../shared/contracts/lambdas.ts';
import { exportsRoutes } from '../../shared/contracts/routes/exports-routes.ts';
import { createAssets } from '../../shared/data/assets.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { openLazyBucket } from '../../shared/data/lazy-bucket.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import { createPhases } from '../../shared/data/phases.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { createLazyPresignedLinks } from '../kit/lazy-presigned-links.ts';
import { exportCampaign } from './exports/export-campaign.ts';
import { readReportFonts } from './exports/read-report-fonts.ts';

const environment = readEnvironment(lambdas.exports.environment);
const table = openTable(environment);
const bucket = openLazyBucket(environment);

export const handler = httpFunction('exports', exportsRoutes, {
  exportCampaign: exportCampaign({
    campaigns: createCampaigns(table),
    phases: createPhases(table),
    outputs: createOutputs(table, bucket),
    calls: createModelCalls(table),
    assets: createAssets(table),
    bucket,
    fonts: readReportFonts(),
    links: createLazyPresignedLinks(environment.BUCKET_NAME, () => new Date()),
  }),
});
