/** Quiet music under a film, computed from its seed: soft chords, a plucked figure and, in a lively film, a pulse. No voice, no recording, nobody's composition. */
import { type SeededRandom, seededRandom } from '../drawing/seeded-random.ts';

export interface SoundBed {
  left: Float32Array;
  right: Float32Array;
  sampleRate: number;
}

const SAMPLE_RATE = 48_000;
/** Semitones above the key of each chord; four bars that lead home. */
const PROGRESSIONS: readonly [Progression, ...Progression[]] = [
  [[0, 4, 7, 11], [9, 12, 16, 19], [5, 9, 12, 16], [7, 11, 14, 16]],
  [[0, 4, 7, 14], [7, 11, 14, 19], [9, 12, 16, 19], [5, 9, 12, 19]],
  [[0, 7, 12, 16], [5, 9, 12, 16], [2, 5, 9, 12], [7, 11, 14, 17]],
]; // biome-ignore format: chords
type Chord = readonly number[];
type Progression = readonly [Chord, Chord, Chord, Chord];
const HOME: Chord = [0, 7, 12, 16, 19];
/** The last chord begins this long before the end and dies away. */
const ENDING_SECONDS = 2.2;
/** Peak of the finished bed: quiet enough to lie under a voice somebody adds. */
const PEAK = 0.5;

export function soundBed(seed: string, style: 'narrative' | 'dynamic', durationSeconds: number): SoundBed {
  const random = seededRandom(`sound ${seed}`);
  const length = Math.round(durationSeconds * SAMPLE_RATE);
  const bed: SoundBed = { left: new Float32Array(length), right: new Float32Array(length), sampleRate: SAMPLE_RATE };
  const key = 50 + random.integer(0, 7); // around D3 to A3, where small speakers still sound full
  const beat = 60 / (style === 'dynamic' ? random.integer(104, 116) : random.integer(72, 84));
  const progression = random.pick(PROGRESSIONS);
  const chordSeconds = beat * (style === 'dynamic' ? 4 : 3);
  const bodyEnd = Math.max(chordSeconds, durationSeconds - ENDING_SECONDS);
  for (let bar = 0; bar * chordSeconds < bodyEnd; bar += 1) {
    const start = bar * chordSeconds;
    const chord = progression[bar % 4] ?? HOME;
    pad(bed, chord, key, start, Math.min(chordSeconds + 0.5, bodyEnd + 0.6 - start));
    figure(bed, chord, key, start, Math.min(bodyEnd, start + chordSeconds), beat / 2, random);
    if (style === 'dynamic')
      for (let at = start; at < Math.min(bodyEnd, start + chordSeconds); at += beat) pulse(bed, at);
  }
  pad(bed, HOME, key, bodyEnd, ENDING_SECONDS);
  pluck(bed, key + 24, bodyEnd, 0.5, 0);
  return finished(bed);
}

const hertz = (note: number): number => 440 * 2 ** ((note - 69) / 12);

/** A chord that swells and fades; two slightly detuned sines for each note, spread over the room. */
function pad(bed: SoundBed, chord: Chord, key: number, start: number, seconds: number): void {
  chord.forEach((step, index) => {
    const spread = (index / Math.max(1, chord.length - 1) - 0.5) * 0.7;
    for (const detune of [-0.06, 0.06]) {
      const pan = spread + detune * 3;
      tone(
        bed,
        hertz(key + step + detune),
        start,
        seconds,
        0.09,
        pan,
        (share) => Math.sin(Math.PI * Math.min(1, share)) ** 0.6,
      );
    }
  });
}

/** Notes of the chord in changing order, an octave higher, on every second beat and some between. */
function figure(
  bed: SoundBed,
  chord: Chord,
  key: number,
  start: number,
  end: number,
  step: number,
  random: SeededRandom,
): void {
  for (let at = start, index = 0; at < end - 0.05; at += step, index += 1) {
    if (index % 2 === 1 && random.next() < 0.45) continue;
    const note = chord[(index * 2 + random.integer(0, 1)) % chord.length] ?? 0;
    pluck(bed, key + 12 + note, at, index % 4 === 0 ? 0.3 : 0.2, random.between(-0.5, 0.5));
  }
}

function pluck(bed: SoundBed, note: number, start: number, level: number, pan: number): void {
  const decay = (seconds: number) => Math.exp(-seconds * 5);
  for (const [overtone, share] of [[1, 1], [2, 0.35], [3, 0.12]] as const) // biome-ignore format: pairs
    tone(
      bed,
      hertz(note) * overtone,
      start,
      1.1,
      level * share,
      pan,
      (at) => decay(at * 1.1 * overtone) * Math.min(1, at * 180),
    );
}

/** A soft, low drum. */
function pulse(bed: SoundBed, start: number): void {
  const first = Math.round(start * SAMPLE_RATE);
  for (let index = 0; index < SAMPLE_RATE * 0.22 && first + index < bed.left.length; index += 1) {
    const seconds = index / SAMPLE_RATE;
    const value =
      0.5 * Math.exp(-seconds * 16) * Math.sin(2 * Math.PI * (48 * seconds + 2.4 * (1 - Math.exp(-seconds * 30))));
    bed.left[first + index] = (bed.left[first + index] ?? 0) + value;
    bed.right[first + index] = (bed.right[first + index] ?? 0) + value;
  }
}

/** Adds a sine; `pan` from -1 (left) to 1, `envelope` over the share (0–1) of its time. */
function tone(
  { left, right }: SoundBed,
  frequency: number,
  start: number,
  seconds: number,
  level: number,
  pan: number,
  envelope: (share: number) => number,
): void {
  const [first, count] = [Math.round(start * SAMPLE_RATE), Math.round(seconds * SAMPLE_RATE)];
  const [toLeft, toRight] = [level * Math.sqrt((1 - pan) / 2), level * Math.sqrt((1 + pan) / 2)];
  const turn = (2 * Math.PI * frequency) / SAMPLE_RATE;
  let strength = 0;
  for (let index = 0; index < count && first + index < left.length; index += 1) {
    if (index % 32 === 0) strength = envelope(index / count);
    const value = Math.sin(turn * index) * strength;
    left[first + index] = (left[first + index] ?? 0) + value * toLeft;
    right[first + index] = (right[first + index] ?? 0) + value * toRight;
  }
}

/** Fades in and out, at an even level. */
function finished(bed: SoundBed): SoundBed {
  const length = bed.left.length;
  const fade = (index: number) => Math.min(1, index / (0.08 * SAMPLE_RATE), (length - index) / (0.9 * SAMPLE_RATE));
  for (const channel of [bed.left, bed.right])
    for (let index = 0; index < length; index += 1) channel[index] = (channel[index] ?? 0) * fade(index);
  let loudest = 1e-6;
  for (const channel of [bed.left, bed.right])
    for (const value of channel) loudest = Math.max(loudest, Math.abs(value));
  for (const channel of [bed.left, bed.right])
    for (let index = 0; index < length; index += 1) channel[index] = (channel[index] ?? 0) * (PEAK / loudest);
  return bed;
}
