// A button, and a link that looks like one. While it works it stays focusable, so that nobody loses their place.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useWords } from '../i18n/messages.ts';
import { designWords } from './messages.ts';

export type ButtonKind = 'plain' | 'primary' | 'star' | 'danger' | 'quiet';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  /** Set while what it began is under way: presses then do nothing. */
  readonly working?: boolean;
}

export function Button({ kind = 'plain', icon, working = false, children, onClick, ...rest }: ButtonProps) {
  const say = useWords(designWords);
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-kind={kind}
      aria-disabled={working || undefined}
      onClick={(event) => {
        if (working) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {working ? say('working') : children}
    </button>
  );
}

/** Leaves a dialog, and everything as it was. */
export function CancelButton({ onClick }: Required<Pick<ButtonProps, 'onClick'>>) {
  const say = useWords(designWords);
  return <Button onClick={onClick}>{say('cancel')}</Button>;
}

/** Without a visible word, so it must have a spoken one. */
export function IconButton({
  label,
  icon,
  kind = 'quiet',
  ...rest
}: Omit<ButtonProps, 'children'> & { readonly label: string; readonly icon: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-kind={kind}
      data-icon-only=""
      aria-label={label}
      title={label}
    >
      {icon}
    </button>
  );
}
