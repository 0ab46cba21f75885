import { approvalsRoutes } from '../../../shared/contracts/routes/approvals-routes.ts';
import { campaignChangesRoutes } from '../../../shared/contracts/routes/campaign-changes-routes.ts';
import { campaignRecordsRoutes } from '../../../shared/contracts/routes/campaign-records-routes.ts';

/** The rows of what is asked less often than a list of campaigns or one of them. */
export const laterRows = { ...campaignChangesRoutes, ...campaignRecordsRoutes, ...approvalsRoutes };
