// Which phases a person must see, from the playbook's rule and the campaign's mode. Pure.
import type { GovernanceMode } from '../../contracts/brief.ts';
import type { ValidationRule } from '../../contracts/playbook.ts';

const stopsAt: Record<GovernanceMode, readonly ValidationRule[]> = {
  GUIDED: ['required', 'checkpoint', 'mode_dependent'],
  SEMI_AUTO: ['required', 'checkpoint'],
  AUTO: ['required'],
};

/** Whether a phase with this rule waits for a person in this mode. */
export const needsApproval = (rule: ValidationRule, mode: GovernanceMode): boolean => stopsAt[mode].includes(rule);

/** A person may ask for changes this often; then the phase can be approved, edited or skipped, so that cost stays bounded. */
export const maximumRevisions = 10;

/** A failed phase may be tried again this often, relaunches included: every attempt takes room in the execution's history. */
export const maximumRetries = 10;
