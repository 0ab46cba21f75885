// The briefs that the web application offers to begin with, by the language of the page: files of the project's folder.

export const sampleBriefFiles = { en: 'examples/saas-launch.json', fr: 'test-campaign.json' } as const;

/** Reads each of them with `read`, which is given a path below the project's folder. */
export const sampleBriefs = (read: (file: string) => string) => ({
  en: JSON.parse(read(sampleBriefFiles.en)) as unknown,
  fr: JSON.parse(read(sampleBriefFiles.fr)) as unknown,
});
