// The line that says, as the law asks, that the content is generated, and by what.
import { offlineStudio } from '../provenance.ts';
import type { ReportContext } from './report-context.ts';

/** When no AI provider had any part in the campaign, that is said instead of "artificial intelligence". */
export const disclosure = ({ dossier: { calls }, texts }: ReportContext): string =>
  calls.length > 0 && calls.every(({ provider }) => provider === offlineStudio)
    ? texts.offlineOnlyDisclosure
    : texts.aiDisclosure;
