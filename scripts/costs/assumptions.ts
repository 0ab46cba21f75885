// What cannot be counted on a laptop, said openly. Every number errs on the expensive side.

export const assumptions = {
  /** One virtual CPU; a function with less memory gets that share of one. */
  megabytesPerCpu: 1769,
  /** Between a function and a service of the same region; on loopback it is nearly nothing. */
  serviceCallMilliseconds: 5,
  /** Start of a new execution environment, which is billed like work. */
  coldStartMilliseconds: 700,
  /** What the simplest function does when there is nothing to do. */
  idleCallMilliseconds: 50,
  /** Lambda asks an empty queue by five pollers, each of which waits for 20 s. */
  queuePollsAMinute: 15,
  /** Share of invocations that meet no warm environment, once campaigns come all day. Below that: every environment is new. */
  coldShareWhenBusy: 0.02,
  campaignsADayThatKeepWarm: 100,
  /** START, END and REPORT, which Lambda writes for each invocation. */
  platformLogBytes: 330,
  platformLogLines: 3,
  /** A line of the HTTP API's access log. */
  accessLogBytes: 330,
  /** What CloudWatch adds to each line it stores. */
  logLineOverheadBytes: 26,
  logRetentionMonths: 3,
  /** How long a person keeps the page of a campaign open. */
  watchedMinutes: 30,
  /** Files of the web application a visit loads, and their size together. */
  pageFiles: 8,
  pageBytes: 500_000,
  /** A custom metric is billed for each hour in which it has a value; campaigns are taken not to share hours. */
  metricHoursPerCampaign: 1,
  /** What deployments leave in CDK's staging bucket, and the site. */
  deployedGigabytes: 1,
} as const;
