/** Quiet music under a film, computed from its seed: soft chords, a plucked figure and, in a lively film, a pulse. No voice, no recording, nobody's composition. */
import { seededRandom } from '../drawing/seeded-random.ts';

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
type Progression = readonly (readonly number[])[];
const HOME = [0, 7, 12, 16, 19];
/** The last chord begins this long before the end and dies away. */
const ENDING_SECONDS = 2.2;
/** Peak of the finished bed: quiet enough to lie under a voice somebody adds. */
const PEAK = 0.5;

interface Note {
  /** As in MIDI: 69 is 440 Hz. */
  note: number;
  start: number;
  seconds: number;
  level: number;
  /** From -1 (left) to 1. */
  pan: number;
  /** Strength by the seconds since it began. */
  envelope(seconds: number): number;
}

export function soundBed(seed: string, style: 'narrative' | 'dynamic', durationSeconds: number): SoundBed {
  const random = seededRandom(`sound ${seed}`);
  const isLively = style === 'dynamic';
  const length = Math.round(durationSeconds * SAMPLE_RATE);
  const bed: SoundBed = { left: new Float32Array(length), right: new Float32Array(length), sampleRate: SAMPLE_RATE };
  const key = 50 + random.integer(0, 7); // around D3 to A3, where small speakers still sound full
  const beat = 60 / (isLively ? random.integer(104, 116) : random.integer(72, 84));
  const chords = random.pick(PROGRESSIONS);
  const bar = beat * (isLively ? 4 : 3);
  const bodyEnd = Math.max(bar, durationSeconds - ENDING_SECONDS);
  for (let start = 0, count = 0; start < bodyEnd; start += bar, count += 1) {
    const chord = chords[count % chords.length] ?? HOME;
    pad(bed, chord, key, start, Math.min(bar + 0.5, bodyEnd + 0.6 - start));
    const end = Math.min(bodyEnd, start + bar) - 0.05;
    for (let at = start, step = 0; at < end; at += beat / 2, step += 1) {
      if (isLively && step % 2 === 0) pulse(bed, at);
      // Notes of the chord in changing order, an octave higher, on every beat and some between.
      if (step % 2 === 1 && random.next() < 0.45) continue;
      const note = chord[(step * 2 + random.integer(0, 1)) % chord.length] ?? 0;
      pluck(bed, key + 12 + note, at, step % 4 === 0 ? 0.3 : 0.2, random.between(-0.5, 0.5));
    }
  }
  pad(bed, HOME, key, bodyEnd, ENDING_SECONDS);
  pluck(bed, key + 24, bodyEnd, 0.5, 0);
  return finished(bed);
}

/** A chord that swells and fades; two slightly detuned sines for each note, spread over the room. */
function pad(bed: SoundBed, chord: readonly number[], key: number, start: number, seconds: number): void {
  const envelope = (at: number) => Math.sin(Math.PI * Math.min(1, at / seconds)) ** 0.6;
  for (const [index, step] of chord.entries())
    for (const detune of [-0.06, 0.06]) {
      const pan = (index / (chord.length - 1) - 0.5) * 0.7 + detune * 3;
      play(bed, { note: key + step + detune, start, seconds, level: 0.09, pan, envelope });
    }
}

function pluck(bed: SoundBed, note: number, start: number, level: number, pan: number): void {
  for (const [overtone, share] of [
    [1, 1],
    [2, 0.35],
    [3, 0.12],
  ] as const) {
    // biome-ignore format: pairs
    const envelope = (at: number) => Math.exp(-5 * at * overtone) * Math.min(1, at * 160);
    play(bed, { note: note + 12 * Math.log2(overtone), start, seconds: 1.1, level: level * share, pan, envelope });
  }
}

/** A soft, low drum. */
function pulse(bed: SoundBed, start: number): void {
  const envelope = (at: number) => Math.exp(-16 * at) * Math.min(1, at * 400);
  play(bed, { note: 31, start, seconds: 0.22, level: 0.7, pan: 0, envelope });
}

/** Adds a sine. */
function play({ left, right }: SoundBed, { note, start, seconds, level, pan, envelope }: Note): void {
  const [first, count] = [Math.round(start * SAMPLE_RATE), Math.round(seconds * SAMPLE_RATE)];
  const [toLeft, toRight] = [level * Math.sqrt((1 - pan) / 2), level * Math.sqrt((1 + pan) / 2)];
  const turn = (2 * Math.PI * 440 * 2 ** ((note - 69) / 12)) / SAMPLE_RATE;
  let strength = 0;
  for (let index = 0; index < count && first + index < left.length; index += 1) {
    if (index % 32 === 0) strength = envelope(index / SAMPLE_RATE);
    const value = Math.sin(turn * index) * strength;
    left[first + index] = (left[first + index] ?? 0) + value * toLeft;
    right[first + index] = (right[first + index] ?? 0) + value * toRight;
  }
}

/** Fades in and out, at an even level. */
function finished(bed: SoundBed): SoundBed {
  const { length } = bed.left;
  const faded = (channel: Float32Array) =>
    channel.map((value, at) => value * Math.min(1, at / (0.08 * SAMPLE_RATE), (length - at) / (0.9 * SAMPLE_RATE)));
  const [left, right] = [faded(bed.left), faded(bed.right)];
  let loudest = 1e-6;
  for (const channel of [left, right]) for (const value of channel) loudest = Math.max(loudest, Math.abs(value));
  const level = (channel: Float32Array) => channel.map((value) => (value * PEAK) / loudest);
  return { ...bed, left: level(left), right: level(right) };
}
