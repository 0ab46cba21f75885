/** Divides a picture by its format (wide, square, tall) into the place for words and the place for the subject. Knows neither. */
import type { Box } from './drawing/paint.ts';

export interface PictureFrame {
  format: 'wide' | 'square' | 'tall';
  width: number;
  height: number;
  /** A hundredth of the mean side: type and details scale with it. */
  unit: number;
  words: Box;
  subject: Box;
}

export function pictureFrame(width: number, height: number): PictureFrame {
  const unit = Math.sqrt(width * height) / 100;
  const common = { width, height, unit };
  const box = (left: number, top: number, right: number, bottom: number): Box => ({
    x: width * left,
    y: height * top,
    width: width * (right - left),
    height: height * (bottom - top),
  });
  if (width / height > 1.2)
    return { ...common, format: 'wide', words: box(0.058, 0.1, 0.53, 0.9), subject: box(0.56, 0, 1, 1) };
  if (width / height > 0.75)
    return { ...common, format: 'square', words: box(0.075, 0.07, 0.925, 0.57), subject: box(0, 0.58, 1, 1) };
  // Stories cover about an eighth of the height at the top and a fifth at the bottom with their own controls: words stay between them.
  return { ...common, format: 'tall', words: box(0.085, 0.125, 0.915, 0.54), subject: box(0, 0.54, 1, 1) };
}

/** The same frame with its subject reaching up to just below the words, wherever they really end; a wide frame has them side by side and stays as it is. */
export function subjectBelow(frame: PictureFrame, wordsBottom: number): PictureFrame {
  if (frame.format === 'wide') return frame;
  const top = Math.max(wordsBottom + 3 * frame.unit, frame.height * 0.36);
  return { ...frame, subject: { ...frame.subject, y: top, height: frame.height - top } };
}
