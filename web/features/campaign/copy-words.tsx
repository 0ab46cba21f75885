// What somebody typed, taken along to another place.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../i18n/messages.ts';
import { decisionWords } from './decision-messages.ts';

export function CopyWords({ words }: { readonly words: string }) {
  const say = useWords(decisionWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  };
  return (
    <Button kind="primary" icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
      {say(isCopied ? 'copied' : 'copyWords')}
    </Button>
  );
}
