import { createLogUpdate } from 'log-update';
import { type ProgressOfPhases, withProgress } from '../shared/client/phase-progress.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import type { LiveEvent, PhaseProgress } from '../shared/contracts/live-events.ts';
import { eventLine, renderBoard } from './board.ts';

/** Where a campaign's progress is shown: a board that is redrawn, or lines that are only added. */
export interface ProgressScreen {
  show(campaign: CampaignDetail, event?: LiveEvent): void;
  /** Shows what a model is at, where that can be redrawn: it is no news that stays. */
  progress(progress: PhaseProgress): void;
  /** Shows or clears a line about the connection. */
  notice(text: string | undefined): void;
  /** Prints text that stays, above whatever is shown next. */
  print(text: string): void;
  /** Holds the board while a person is asked something. */
  pause(): void;
  resume(): void;
  end(): void;
}

type Output = NodeJS.WriteStream;

/** A board when the output is a terminal that can be redrawn; lines in a pipe, in CI and with NO_COLOR. */
export const createProgressScreen = (output: Output, environment: NodeJS.ProcessEnv): ProgressScreen =>
  output.isTTY && !environment.NO_COLOR && !environment.CI ? boardScreen(output) : lineScreen(output);

const redrawMilliseconds = 200;

const boardScreen = (output: Output): ProgressScreen => {
  const update = createLogUpdate(output);
  let campaign: CampaignDetail | undefined;
  let notice: string | undefined;
  let progress: ProgressOfPhases = {};
  let paused = false;
  const draw = () => {
    if (!campaign || paused) return;
    const columns = Math.max(40, output.columns ?? 80);
    update(renderBoard({ campaign, now: new Date(), columns, colour: true, notice, progress }).join('\n'));
  };
  const timer = setInterval(draw, redrawMilliseconds);
  timer.unref();
  const freeze = () => {
    draw();
    paused = true;
    update.done();
  };
  return {
    show: (current) => {
      campaign = current;
      draw();
    },
    progress: (frame) => {
      progress = withProgress(progress, frame, Date.now());
    },
    notice: (text) => {
      notice = text;
      draw();
    },
    print: (text) => {
      if (!paused) update.clear();
      output.write(`${text}\n`);
      draw();
    },
    pause: freeze,
    resume: () => {
      paused = false;
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (!paused) freeze();
    },
  };
};

const lineScreen = (output: Output): ProgressScreen => {
  const print = (text: string) => void output.write(`${text}\n`);
  return {
    show: (campaign, event) => {
      const line = event && eventLine(campaign, event);
      if (line) print(line);
    },
    progress: () => {},
    notice: (text) => text && print(text),
    print,
    pause: () => {},
    resume: () => {},
    end: () => {},
  };
};
