// React Aria speaks the language of the application.
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from '../i18n/messages.ts';

export function AriaLanguage({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-US'}>{children}</I18nProvider>;
}
