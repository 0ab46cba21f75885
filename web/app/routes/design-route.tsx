import Gallery from '../../design/gallery.tsx';
import { galleryWords } from '../../design/gallery-messages.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';

export default function DesignRoute() {
  const say = useWords(galleryWords);
  usePageTitle(say('title'));
  return <Gallery />;
}
