// The playbooks a brief can name. Pure.
import type { Playbook } from '../../contracts/playbook.ts';
import { defaultPlaybook } from './default-playbook.ts';

export const playbooks: Readonly<Record<string, Playbook>> = { [defaultPlaybook.id]: defaultPlaybook };
