import { expect, it } from 'vitest';
import { uploadFileName } from './file-name.ts';

it.each([
  ['logo.png', 'logo.png'],
  ['Été à la plage.PNG', 'Été à la plage.png'],
  ['e\u0301te\u0301.png', 'été.png'],
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Users\\me\\logo.png', 'logo.png'],
  ['page.html', 'page.html.png'],
  ['a"b\r\nSet-Cookie: x=1.png', 'abSet-Cookie x=1.png'],
  ['gnp\u202Eexe.png', 'gnpexe.png'],
  ['<script>|?*.png', 'script.png'],
  ['.htaccess', 'htaccess.png'],
  ['...', 'file.png'],
  ['  . two   words .. .png', 'two words.png'],
  ['a/b\nc/d.png', 'd.png'],
  ['.png', 'file.png'],
  ['\ud800broken.png', 'broken.png'],
  ['日本語🎉.png', '日本語🎉.png'],
  [`${'长'.repeat(200)}.png`, `${'长'.repeat(56)}.png`],
])('%j is saved as %j', (name, safe) => {
  expect(uploadFileName(name, 'image/png')).toBe(safe);
  expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
});

it('keeps any extension of the type, and no other', () => {
  expect(uploadFileName('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg');
  expect(uploadFileName('photo.jpg', 'image/jpeg')).toBe('photo.jpg');
  expect(uploadFileName('photo.jpg', 'image/webp')).toBe('photo.jpg.webp');
  expect(uploadFileName('spot', 'video/mp4')).toBe('spot.mp4');
});
