// Dialogs, menus and tabs: React Aria's behaviour in our dress.
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Menu as AriaMenu,
  Tabs as AriaTabs,
  Heading,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  Tab,
  TabList,
  TabPanel,
} from 'react-aria-components';
import { useWords } from '../i18n/messages.ts';
import { IconButton } from './button.tsx';
import { designWords } from './messages.ts';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly wide?: boolean;
  /** Without it, the dialog stays until what it asks for is done. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

export function Dialog({ title, open, wide = false, onClose, children }: DialogProps) {
  const say = useWords(designWords);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      onOpenChange={(isOpen) => isOpen || onClose?.()}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className="dialog" data-wide={wide || undefined}>
        <AriaDialog>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {onClose && <IconButton label={say('close')} icon={<X aria-hidden="true" />} onClick={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Runs when the dialog that is about to close has gone and has given the focus back: what runs may move it on. */
export function afterDialog(run: () => void): void {
  const closing = document.querySelector('[role=dialog]');
  const look = () => (closing?.isConnected ? requestAnimationFrame(look) : requestAnimationFrame(run));
  requestAnimationFrame(look);
}

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly trigger: ReactNode;
  /** Whether the trigger shows no word of its own. */
  readonly iconOnly?: boolean;
  readonly entries: readonly MenuEntry[];
}

export function Menu({ label, trigger, iconOnly = false, entries }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className="button"
        data-kind="quiet"
        {...(iconOnly ? { 'data-icon-only': '', 'aria-label': label } : {})}
      >
        {trigger}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu aria-label={label} onAction={(id) => entries.find((entry) => entry.id === id)?.onSelect()}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className="menu-item"
              data-danger={entry.danger || undefined}
            >
              {entry.icon}
              {entry.label}
              {entry.checked && <Check data-check="" aria-hidden="true" />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode; readonly content: ReactNode }[];
  readonly look?: 'line' | 'segmented';
  /** What stands beside the tabs. */
  readonly aside?: ReactNode;
}

export function Tabs<Id extends string>({ label, selected, onSelect, tabs, look = 'line', aside }: TabsProps<Id>) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(id) => onSelect(id as Id)}>
      <div className="tabs-head">
        <TabList aria-label={label} className={look === 'line' ? 'tab-list' : 'segmented'}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tab">
              {tab.label}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
