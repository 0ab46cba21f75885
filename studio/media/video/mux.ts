/** Puts pictures and sound into one MP4 whose index comes first, so that playback starts before the file is whole, and removes the clock from it. */
import { registerAacEncoder } from '@mediabunny/aac-encoder';
import {
  AudioSample,
  AudioSampleSource,
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { SoundBed } from './background-music.ts';

/** The least that networks ask for in stereo. */
const BITS_PER_SECOND = 128_000;

registerAacEncoder();

/** The finished film. Equal pictures and sound give equal bytes. */
export async function muxVideo(pictures: Uint8Array, sound: SoundBed | undefined): Promise<Uint8Array> {
  const track = await new Input({ source: new BufferSource(pictures), formats: [MP4] }).getPrimaryVideoTrack();
  if (!track) throw new Error('The encoded film has no picture track.');
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const video = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(video);
  const audio = sound && new AudioSampleSource({ codec: 'aac', bitrate: BITS_PER_SECOND });
  if (audio) output.addAudioTrack(audio);
  await output.start();
  const decoderConfig = await track.getDecoderConfig();
  for await (const packet of new EncodedPacketSink(track).packets())
    await video.add(packet, decoderConfig ? { decoderConfig } : undefined);
  if (audio && sound) {
    const sample = sampleOf(sound);
    await audio.add(sample);
    sample.close();
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The finished film is empty.');
  const bytes = new Uint8Array(target.buffer);
  clearTimes(bytes, 0, bytes.length);
  return bytes;
}

function sampleOf({ left, right, sampleRate }: SoundBed): AudioSample {
  const data = new Float32Array(left.length * 2);
  data.set(left);
  data.set(right, left.length);
  return new AudioSample({ data, format: 'f32-planar', numberOfChannels: 2, sampleRate, timestamp: 0 });
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Zeroes creation and modification time in every header box between two offsets. */
function clearTimes(bytes: Uint8Array, start: number, end: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = start; offset + 8 <= end; ) {
    const size = view.getUint32(offset);
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    if (size < 8) return;
    if (CONTAINERS.has(type)) clearTimes(bytes, offset + 8, offset + size);
    if (TIMED.has(type)) {
      const timeBytes = view.getUint8(offset + 8) === 1 ? 16 : 8;
      bytes.fill(0, offset + 12, offset + 12 + timeBytes);
    }
    offset += size;
  }
}
