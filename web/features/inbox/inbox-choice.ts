// Which of the inbox's lists is shown, and which phase is open beside it.
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';

export type InboxList = 'waiting' | 'later' | 'decided';

export interface InboxChoice {
  readonly campaign: string;
  readonly phase: string;
}

export const choiceOf = ({ campaign, phase }: ApprovalItem): InboxChoice => ({
  campaign: campaign.id,
  phase: phase.id,
});

export const sameChoice = (one: InboxChoice, other: InboxChoice | undefined): boolean =>
  one.campaign === other?.campaign && one.phase === other.phase;

export const isChosen = (item: ApprovalItem, choice: InboxChoice | undefined): boolean =>
  sameChoice(choiceOf(item), choice);
