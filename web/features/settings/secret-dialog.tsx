// A secret that is shown once.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { settingsWords } from './messages.ts';

interface SecretDialogProps {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}

export function SecretDialog({ title, secret, onClose }: SecretDialogProps) {
  const say = useWords(settingsWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <Notice tone="retry" title={say('secretOnce')}>
        {say('secretText')}
      </Notice>
      <code className="secret mono">{secret}</code>
      <div className="dialog-actions">
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          {say(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {say('kept')}
        </Button>
      </div>
    </Dialog>
  );
}
