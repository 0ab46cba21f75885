// How long the films are of the suite that has them made in full size: computing one frame after the other is most of what it takes.
import type { Models } from '../../shared/models/model.ts';

/** `.ci/run` asks for it. */
export const filmsAreWhole = process.env['WHOLE_FILMS'] === '1';

/** The least that the studio films. */
export const shortestSeconds = 2;

/** The same studio, whose films are in full size and as short as can be. */
export const withShortFilms = ({ video, ...studio }: Required<Models>): Required<Models> => ({
  ...studio,
  video: {
    ...video,
    submit: (request, options) => video.submit({ ...request, durationSeconds: shortestSeconds }, options),
  },
});
