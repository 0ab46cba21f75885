// Whatever can be done here, found by its name or looked up by its keys. Both read what the handlers of the keys read.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { type Command, useAllCommands } from '../commands/registry.ts';
import { AriaLanguage } from '../design/aria-language.tsx';
import { afterDialog, Dialog as PlainDialog } from '../design/surfaces.tsx';
import { useWords } from '../i18n/messages.ts';
import { api } from '../live/api.ts';
import { campaignKeys } from '../live/campaign-keys.ts';
import { appWords } from './messages.ts';
import './palette.css';

interface PaletteProps {
  readonly shows: 'palette' | 'shortcuts';
  readonly onClose: () => void;
}

export default function Palette({ shows, onClose }: PaletteProps) {
  return (
    <AriaLanguage>{shows === 'palette' ? <Finder onClose={onClose} /> : <Shortcuts onClose={onClose} />}</AriaLanguage>
  );
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(appWords);
  const commands = useAllCommands();
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  const recent = useQuery({
    queryKey: [...campaignKeys.lists, 'palette'],
    queryFn: () => api.call('listCampaigns', { query: { limit: 50 } }),
  });
  const campaigns: Command[] = (recent.data?.campaigns ?? []).map(({ id, name }) => ({
    id,
    label: name,
    group: say('campaigns'),
    run: () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
  }));
  const all = [...commands.filter(({ id }) => id !== 'palette'), ...campaigns];
  const run = (id: string | number) => {
    onClose();
    afterDialog(() => all.find((command) => command.id === id)?.run());
  };
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      isDismissable
    >
      <Modal className="dialog palette">
        <Dialog aria-label={say('openPalette')}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={say('find')} className="palette-search" autoFocus>
              <Search aria-hidden="true" />
              <Input className="palette-input" placeholder={say('findHint')} />
            </SearchField>
            <Menu
              className="palette-menu"
              aria-label={say('openPalette')}
              onAction={run}
              renderEmptyState={() => <p className="palette-none soft">{say('findNone')}</p>}
            >
              {[...Map.groupBy(all, ({ group }) => group)].map(([group, entries]) => (
                <MenuSection key={group} id={group}>
                  <Header className="palette-group">{group}</Header>
                  {entries.map((command) => (
                    <MenuItem key={command.id} id={command.id} textValue={command.label} className="menu-item">
                      <span className="palette-label">{command.label}</span>
                      {command.keys && (
                        <span aria-hidden="true">
                          <Keys keys={command.keys} />
                        </span>
                      )}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(appWords);
  const commands = useAllCommands().filter(({ keys }) => keys);
  const [groups] = useState(() => [...Map.groupBy(commands, ({ group }) => group)]);
  return (
    <PlainDialog title={say('openShortcuts')} open onClose={onClose}>
      <div className="shortcuts">
        {groups.map(([group, entries]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {entries.map(({ id, label, keys = '' }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </PlainDialog>
  );
}

const isApple = /Mac|iP(hone|ad)/.test(navigator.userAgent);

function Keys({ keys }: { readonly keys: string }) {
  const say = useWords(appWords);
  const parts = keys.split(/[ +]/).map((key) => (key === 'mod' ? (isApple ? '⌘' : 'Ctrl') : key));
  return (
    <span className="keys">
      {parts.map((key, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
        <kbd key={place}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
      ))}
      {keys.includes(' ') && <span className="visually-hidden">{say('keysOneAfterOther')}</span>}
    </span>
  );
}
