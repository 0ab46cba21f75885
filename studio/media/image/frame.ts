/** Divides a picture or a film's frame, by its shape, into the place for words and the place for what is drawn. Knows neither. */
import { type Box, part } from '../drawing/shapes.ts';

export interface Frame {
  shape: 'wide' | 'square' | 'tall';
  width: number;
  height: number;
  /** A hundredth of the mean side: type and details scale with it. */
  unit: number;
  whole: Box;
  words: Box;
  subject: Box;
}

/** A still picture: words left of the subject, or above it. */
export function imageFrame(width: number, height: number): Frame {
  const { whole, ...common } = shapeOf(width, height);
  const parts = {
    wide: [part(whole, 0.058, 0.1, 0.53, 0.9), part(whole, 0.56, 0, 1, 1)],
    square: [part(whole, 0.075, 0.07, 0.925, 0.57), part(whole, 0, 0.58, 1, 1)],
    // Stories cover about an eighth of the height at the top and a fifth at the bottom with their own signs: words stay between them.
    tall: [part(whole, 0.085, 0.125, 0.915, 0.54), part(whole, 0, 0.54, 1, 1)],
  } as const;
  const [words, subject] = parts[common.shape];
  return { ...common, whole, words, subject };
}

/** The same frame with its subject reaching up to just below the words, wherever they really end; a wide frame has them side by side and stays as it is. */
export function subjectBelow(frame: Frame, wordsBottom: number): Frame {
  if (frame.shape === 'wide') return frame;
  const top = Math.max(wordsBottom + 3 * frame.unit, frame.height * 0.36);
  return { ...frame, subject: { ...frame.subject, y: top, height: frame.height - top } };
}

/** A film: words left of the subject, or below it. */
export function videoFrame(width: number, height: number): Frame {
  const { whole, ...common } = shapeOf(width, height);
  if (common.shape === 'wide')
    return { ...common, whole, words: part(whole, 0.065, 0.2, 0.58, 0.86), subject: part(whole, 0.62, 0, 1, 1) };
  const words = common.shape === 'tall' ? part(whole, 0.085, 0.47, 0.9, 0.8) : part(whole, 0.08, 0.52, 0.92, 0.9);
  return { ...common, whole, words, subject: part(whole, 0, 0, 1, (words.y - 11 * common.unit) / height) };
}

function shapeOf(width: number, height: number): Omit<Frame, 'words' | 'subject'> {
  const shape = width / height > 1.2 ? 'wide' : width / height > 0.75 ? 'square' : 'tall';
  return { shape, width, height, unit: Math.sqrt(width * height) / 100, whole: { x: 0, y: 0, width, height } };
}
