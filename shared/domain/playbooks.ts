// The playbooks a brief can name. Pure.
import type { Playbook } from '../contracts/playbook.ts';
import { fullCampaign } from './full-campaign.ts';

export const playbooks: Readonly<Record<string, Playbook>> = { [fullCampaign.id]: fullCampaign };
