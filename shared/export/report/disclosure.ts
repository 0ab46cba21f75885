// The line that says, as the law asks, that the content is generated, and by what.
import { isTrainedProvider } from '../../models/offline-studio-card.ts';
import type { ReportContext } from './report-context.ts';

/** When no AI provider had any part in the campaign, that is said instead of "artificial intelligence". */
export const disclosure = ({ exportData: { calls }, texts }: ReportContext): string =>
  calls.length > 0 && calls.every(({ provider }) => !isTrainedProvider(provider))
    ? texts.offlineOnlyDisclosure
    : texts.aiDisclosure;
