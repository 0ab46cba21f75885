// Which of the inbox's lists is shown, and which phase is open beside it.
export type InboxList = 'waiting' | 'later' | 'decided';

export interface InboxChoice {
  readonly campaign: string;
  readonly phase: string;
}
