// English sentences of working documents: study, strategy, findings. `=>` parts what a line holds: risk and answer, task, owner and moment.
import type { Frames } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const englishDocuments: Frames = {
  study: ['Market study: {core}, by {name}', '{Name} and {thecore}: market study', '{Name}: study before the campaign for {thecore}'],
  strength: [
    'A fact that {name} can show: {fact}.', 'Proof given in the brief: {fact}.', 'An offer that fits in a line: {offer}.', 'Values that can be told: {values}.', 'A tone that is set, useful when speaking of {thecore}: {tone}.', 'The audience is named: {audience}.', 'A clear price, easy to say: {price}.', 'One single place to act: {contact}.', 'The name {name} stays tied to one thing: {core}.', 'The brief gives something to say about {thecore}: {fact}.',
  ],
  weakness: [
    '{Noproof} about {def}: gather one or two before the first post.', '{Noprice} for {def}: the question will come, so prepare the answer.', 'In {duration}, {name} can make people remember one idea only: {core}.', 'The campaign rests on {channelcount}: the message about {def} has no room for vagueness.', 'With {budget}, {name} must choose: concentrate on {firstchannel}.', '{Nobudget}: the reach of {thecore} will depend on content and on people who pass it on.',
    'Not all the terms of {thecore} stand in the brief: complete them with {name}.', 'Nobody knows yet what {people} think of {thecore}: ten short interviews would tell.',
  ],
  opportunity: [
    '{People} need no speech: one fact about {def} can be enough.', 'The calendar helps: {deadline} gives a reason to act now.', 'A date, {date}, makes the message concrete.', '{Firstchannel} can show {def} at small cost.', 'Root the message {inplace}: people can see that {name} is near.', 'The objective is precise and can be measured: {objective}.', 'Few messages in the sector ({sector}) say simply what one gets; {name} can do so with {def}.', 'The values of {name} ({values}) speak to people who compare.',
  ],
  threat: ['What will hold {people} back: {obstacle}.', 'Another obstacle to expect about {thecore}: {obstacle}.', 'Too wide a message about {def} would be lost among those of the sector ({sector}).', 'Media prices rise when everyone advertises at once; {name} may feel it on {firstchannel}.', 'Promising more than {name} can show about {thecore}.'],
  public: ['The audience, in the words of the brief: {audience}.', 'What {people} should be able to repeat: {core} means {name}.', 'What will make them hesitate: {obstacle}.', 'The question they will ask first about {thecore}: {obstacle}.', 'What can decide them: {fact}.', 'To be checked with them: the words they use for {thecore}.', 'The tone asked for when speaking of {thecore}: {tone}.'],
  evidence: ['To put first: {fact}.', 'To show rather than tell: {fact}.', 'Can be used as it stands: {fact}.', 'No market figure was measured for this study of {thecore}: it starts from the brief of {name}.', 'To get from {name}: one dated review, one recent photo and one fact that can be checked about {def}.', 'Not to be claimed without a source about {thecore}: a rank, a rating, a delay.'],
  calendar: ['Suggested cadence: {cadence}.', 'The campaign for {def} runs over {duration}.', 'Last day to act: {deadline}; nothing invites people to act after it.', 'The great moment: {date}.', 'Planned start for {thecore}: {starts}; end: {ends}.', 'Keep an hour each week to answer questions about {def}.'],
  summary: [
    'The campaign “{campaign}” asks one thing: to {goalverb}.', 'The offer, as the brief gives it: {offer}.', 'It speaks to a named audience: {audience}.', 'It first removes one obstacle, {obstacle}, with what {name} can show: {proofs}.', 'The stated price: {price}.', 'The calendar runs to a known date: {deadline}.', 'The date in view: {date}.', 'The budget of {budget} goes first to {firstchannel}, then to the other channels in the order of the brief.',
    '{Nobudget}: the effort goes into regularity, with {firstchannel} in front.', 'One measure will tell the result: {metric}.', 'To act, one direction only: {contact}.',
  ],
  message: ['{Offer}: that is what {brand} is about.', 'With {brand}, judge {def} by one fact: {fact}.', '{Barecore}, with one demand: {value}.', '{Fact}.', '{Barecore}: {price}.', '{Barecore}: {until}.', '{Barecore}: {date}{+inplace}.', 'For {def}, one direction only: {contact}.', '{Brand} and {def}: {values}.', 'When it comes to {barecore}, {brand} has an answer.'],
  risk: [
    'The main obstacle remains: {obstacle}. => Answer it early, in the article and in one post out of three about {thecore}.', 'Too many messages about {def} at once. => Keep to three, repeated in the same words.', 'Facts about {def} are missing on the day of publishing. => Ask {name} for them in writing before the first week.', 'First results for {thecore} fall short of the hypotheses. => Move part of the effort to the best channel after two weeks of measurement.',
    'The address or the page for {thecore} is not ready. => Check it before the first post, on a phone as well.', 'A public question about {def} stays without an answer. => Name one person at {name} who answers within the day.', '{Deadline} arrives without a reminder. => Keep two posts for the last days.',
  ],
  task: [
    'Gather the facts to show about {def} (photos, figures, terms). => {Name}, marketing => 0', 'Review and approve the texts, the picture and the film about {thecore}. => {Name}, management => 0.1', 'Check the landing page and the links: {contact}. => Web lead => 0.1', 'Publish the article about {def} and relay it on {firstchannel}. => Editor => 0.25', 'Answer questions about {thecore} every day. => Community manager => 0.4', 'Compare the headlines for {thecore} and keep the best. => Media lead => 0.5',
    'Ask a few people what decided them about {def}. => {Name}, customer care => 0.6', 'Concentrate on the channel that brings most: {metric}. => Media lead => 0.75', 'Review {campaign} and decide what comes next. => {Name}, marketing => 1',
  ],
  indicator: [
    'Visits from the campaign => rising every week => Tagged links to the page for {thecore}, read every Monday.', 'Questions received about {def} => all answered within the day => Kept by the person who answers at {name}.', 'Reading of the article about {thecore} => to be measured from the first week => Reading time and clicks to the page where people act.', 'Engagement rate on {firstchannel} => to be set after two weeks of measurement => Statistics of the network for posts about {def}.',
  ],
  finding: ['These are forecasts and not measurements: for {def}, the hypotheses would give {figures}.', 'To be set against the objective of {name}: {objective}.', '{Busiest} carries {busiestcount} of the {postcount} posts about {def}: its first results will weigh most.', 'The measure that counts for {name}: {metric}. No network holds it; read it at the source.'],
  advice: [
    'Read the real figures for {thecore} after two weeks and replace the hypotheses line by line.', 'Watch first the posts that answer this obstacle: {obstacle}.', 'If {busiest} exceeds the forecasts, move part of the effort for {def} there; if not, change the headline first.', 'Tag every link to {contact} before the first post.', 'Count apart, every week: {metric}.', 'Keep the two shortest reminders about {def} for {deadline} and the day before.', 'Note at {name} where each person comes from: one question is enough, “how did you hear of us?”.',
  ],
  page: [
    'Publish a page that answers one question: what does {name} include with {def}?', 'Show on a page of its own what {name} can prove: {proofs}.', 'Keep a short FAQ about {def} that opens with this obstacle: {obstacle}.', 'Check that a search for “{name} {barecore}” leads to an up-to-date page.', 'Write the price on the page of {thecore}: {price}.', 'State the place on the page of {thecore}: {place}.', 'Link the article to the page where people act: {contact}.',
  ],
};
