// What the fields of an output are called, in the language of the person.
import { type Channel, channelName, channels } from '../../../shared/contracts/channels.ts';
import { pathOf } from '../../../shared/contracts/problems.ts';
import { isFieldName, sayIn } from '../../../shared/outputs/messages.ts';
import { useLanguage } from '../../i18n/messages.ts';

/** The name of a field, or of a value that is a word. */
export function useFieldTitle(): (name: string) => string {
  const language = useLanguage();
  const say = sayIn(language);
  return (name) => {
    if (isFieldName(name)) return say(name);
    return channels.includes(name as Channel) ? channelName(name as Channel, language) : name;
  };
}

/** Where in an output something is, such as `Key messages › 1`. */
export function usePathTitle(): (path: readonly (string | number)[]) => string {
  const titleOf = useFieldTitle();
  return (path) => path.map((part) => (typeof part === 'number' ? part + 1 : titleOf(part))).join(' › ');
}

/** The same for the pointers that a decision is kept with. */
export function usePointerTitle(): (pointer: string) => string {
  const titleOf = usePathTitle();
  return (pointer) => titleOf(pathOf(pointer));
}
