import { Link } from '@tanstack/react-router';
import type { CompareLink } from '../../features/campaign/phase-detail.tsx';

/** To A and B of a phase beside each other: from the run and from the inbox. */
export const compareLink: CompareLink = (campaignId, phaseId, label) => (
  <Link
    to="/campaigns/$campaignId/compare/$phaseId"
    params={{ campaignId, phaseId }}
    className="button"
    data-kind="plain"
  >
    {label}
  </Link>
);
