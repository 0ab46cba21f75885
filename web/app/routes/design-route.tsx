import Gallery from '../../design/gallery.tsx';
import { galleryWords } from '../../design/gallery-words.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { useWords } from '../../words/words.ts';

export default function DesignRoute() {
  const say = useWords(galleryWords);
  usePageTitle(say('title'));
  return <Gallery />;
}
