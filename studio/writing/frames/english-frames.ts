// English sentences for every goal, by what they do in a text. One sentence a line; see fill-frame.ts for the signs.
import type { Frames } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const englishFrames: Frames = {
  pitch: [
    '{Barecore}: {fact}, {factb}.', '{Fact}; {factb}.', 'Two good reasons to choose {def}: {fact}; {factb}.', '{Offer}: {fact}, {factb}, {price}.', '{Def} in two points: {fact}; {factb}.', '{Fact}, and also {factb}.', 'With {brand}: {fact}, {factb}.', '{Price} for {def}: {fact}, {factb}.', '{Barecore} by {label}: {fact}; {factb}.', 'Two things to keep in mind: {fact}; {factb}.',
    'First: {fact}. Then: {factb}.', '{Barecore}, {price}: {fact}.', '{Barecore}, {until}: {fact}.',
  ],
  present: [
    '{Brand} (brings you|offers you|has something for you:) {offer}.', '(From {brand}|Made possible by {brand}|By way of {brand}): {offer}.', '{Offer}, (by {brand}|thanks to {brand}|from the people at {brand}).', '{Brand} (presents|introduces|puts forward) {offer}.', '(New to you, perhaps|You may not know it yet|Have you come across it): {offer}, from {brand}.', '(The name to remember for {def}|Remember this name for {def}|Whom to think of for {def}): {brand}.', '{Def}: (that is what {brand} offers you|{brand} has it for you|a proposal from {brand}).', '{Offer}: {brand} (sees to it|takes care of it|looks after that).', '(Behind {def} stands|Behind {def}, you find|The people behind {def}:) {brand}.', '(On offer at|To be found at|Available from) {brand}: {offer}.',
    '*{Brand} had you in mind: {offer}.', '=In short: {offer}, by {brand}.', '^{Brand} is pleased to present {offer}.', '~Ladies and gentlemen: {offer}, by {brand}.', '(Do you know {brand}|Have you heard of {brand}|New to {brand}|Does {brand} ring a bell)? (Meet|Here <is|are>) {def}.', '{Brand} and {def}: (a simple story|it is that simple|nothing more to it).',
  ],
  fact: [
    '{Fact}.', 'Good to know: {fact}.', 'Worth knowing about {def}: {fact}.', 'Put simply: {fact}.', 'In practice: {fact}.', '(What counts|The main thing): {fact}.', 'At {brand}: {fact}.', 'Another point: {fact}.', 'Why {def}? {Fact}.', 'What sets {def} apart: {fact}.', 'What {brand} stands by: {fact}.', '{Def} also <means|mean> this: {fact}.',
    'With {brand}: {fact}.', 'And then: {fact}.', 'Note this: {fact}.', 'One more word on {def}: {fact}.', 'To be precise: {fact}.', 'In detail: {fact}.', 'The good news about {def}: {fact}.', 'There is this as well: {fact}.', '(A reason|One good reason) to choose {def}: {fact}.', 'In two minds? {Fact}.', 'For {label}, that means: {fact}.', 'And for {def}: {fact}.',
    '*Something we like to talk about: {fact}.', '=Check it for yourself: {fact}.', '~The little extra: {fact}.', '^It should be recalled: {fact}.', 'Easy to check: {fact}.', 'In the words of {brand}: {fact}.', 'People sometimes forget to say it: {fact}.', 'Part of what makes {def}: {fact}.',
  ],
  value: [
    'We hold on to this: {value}.', 'At {brand}, one thing is settled: {value}.', '(What guides us|Our markers): {values}.', 'How we work: {values}.', 'One demand at {brand}: {value}.', '(Behind {def}, a way of working|What lies behind {def}): {value}.', 'What counts for us: {value}.', 'The thread that runs through {brand}: {value}.', '{Brand}, in a few words: {values}.', '(Why trust|Why choose|What speaks for) {brand}? {Value}.',
    'Our priority with {def}: {value}.', 'At the base of {def}: {value}.', '{Values}: that is how {brand} works.', 'Judge us by this: {value}.', '*What we believe in: {value}.', '^{Brand} remains true to its principles: {values}.', '=The method of {brand}: {values}.', '~Our little obsession: {value}.',
  ],
  price: ['{Def}: {price}.', '(The price|What it takes): {price}.', '(For your budget, count|Allow|Set aside) {price}.', '(How much is it|And the price|What does it come to)? {Price}.', 'For {def}, (the price is stated|here is the price|the figure is known): {price}.', '{Price}: (the price is said first|that is the price|this is what it takes).', '(One figure to remember for|A number to keep for) {thecore}: {price}.', 'Price of {thecore}: {price}.', '(Nothing hidden about the price of|The whole price of|No small print on the price of) {thecore}: {price}.'],
  quantity: ['In all: {quantity}.', 'The count is simple: {quantity}.', 'What is planned: {quantity}.', 'Altogether, for {def}: {quantity}.', '{Quantity}: that is the number {brand} announces.'],
  date: ['See you on {date}{+inplace}.', 'For the diary: {date}{+inplace}.', 'On {date}, {brand} expects you{+inplace}.', 'The date: {date}.', '{Barecore}: {date}.', 'On {date}, and no other day: {core}.', 'Keep {date} free for {def}.', 'One day to set aside for {def}: {date}.'],
  place: ['It takes place {inplace}.', 'Where? {Inplace}.', 'The place: {place}.', '{Barecore}: {inplace}.', '{Brand} meets you {inplace}.', 'For {def}, head for {place}.'],
  deadline: ['{Barecore}: {until}, not beyond.', 'Last day: {deadline}.', 'The closing date for {def}: {deadline}.', 'There is time {until}, and no longer.', 'For {def}, it all happens {until}.', 'After {deadline}, it will be too late for {def}.', 'Note the last date: {deadline}.', 'The calendar for {thecore} is clear: {until}.'],
  hours: ['Opening hours: {hours}.', 'We answer: {hours}.', 'To reach us: {hours}.'],
  contact: ['To (find out more|go on): {contact}.', 'A question about {def}? Ask it {where}.', 'It all begins {where}.', '{Brand} answers {where}.', 'The rest is said {where}.', 'Still in doubt about {thecore}? {Brand} answers {where}.', 'Find us {where}.'],
  mention: ['One more point counts: {topic}.', 'Let us speak of this too: {topic}.', 'Not to be forgotten: {topic}.', 'At {brand}, one subject deserves a line: {topic}.', 'Also on the list: {topic}.', 'With {def}, there is this as well: {topic}.', '{Topic}: it matters, and we say so.', 'We want to mention this: {topic}.', 'Another subject, and not the least: {topic}.'],
  request: ['What we want here: {topic}.', 'Our intention, about {thecore}: {topic}.', 'At {brand}, one priority: {topic}.', 'With {def}, we want this: {topic}.', 'The idea that guides these lines: {topic}.', 'This text has one purpose: {topic}.'],
  article: [
    'To read: “{articletitle}”. It says (about {def} what this message has no room for|more about {def}).', 'We took the time to write about {def}: “{articletitle}”.', '“{Articletitle}”: a few minutes to form an opinion about {thecore}.', '(Need more than a caption|Want the longer version)? The article is called “{articletitle}”.', 'Facts, questions, next steps: all in “{articletitle}”.', 'To decide about {thecore} at leisure: “{articletitle}”.',
  ],
  caption: ['{Barecore}.', '{Brand}.', '{Barecore}, (from|with) {label}.', '{Price}.', '{Date}.', '{Until}.', '{Value}.', '{Fact}.', '{Barecore} {inplace}.', '{Barecore}: {price}.', 'Let us talk about {thecore}.', '{Quantity}.', 'To discover: {core}.', 'One idea: {core}.'],
  visual: [
    'The hands of somebody at {label}, at work.', 'Wide shot of the place where {label} works, at the hour it comes alive.', 'The name {label} appears, letter by letter, on a plain ground.', 'On screen, large: “{fact}”.', 'On screen: “{price}”, alone, for two seconds.', 'On screen: {date}, like a page of a diary.', 'On screen: “{until}”, on a dark ground.', 'A hand notes “{contact}” on paper.', 'To camera, somebody from {label} says one sentence, then smiles.', 'One word shows: “{value}”.', 'A door opens; behind it, the team at {label}.', 'Somebody reads this on a phone and smiles: “{barecore}”.', 'A calendar, one day circled: {deadline}.', 'A calm shot, then these words: “{barecore}”.',
  ],
  shot: [
    'Close shot of {thecore}, (in daylight|no music for one second).', 'Somebody looks at {thecore}, then turns to the camera.', 'A detail of {thecore} that nobody sees at first.', 'Three quick shots of {thecore}, from three angles.', 'Fixed shot: {thecore} and nothing else.', 'From above: {thecore}, long enough to read {label}.',
  ],
  heading: ['{Values}: the way {label} works', 'What {label} can prove', 'In a few facts: {core}', 'Answers to useful questions', 'To end'],
  opening: [
    'This article is about {def}: (what it is, what can be checked, and how to take the step|the thing, the facts, the way forward).', '(A few minutes are enough|It takes little time) to form an opinion about {thecore}. (Here are the facts, in the order in which questions come|Facts first, then questions).', '(There are many promises to read|Promises are easy to find|Anyone can promise|Advertising likes big words). (Here you will rather find|This page prefers) what {brand} says about {thecore}, and what (anyone|you) can check.',
    'About {def}, (one can say little and say it right|few words will do). (That is what this page tries|This page tries it), with {brand}.',
  ],
  closing: [
    '(So much for|That is all about) {def}. The rest is (a conversation with|between you and) {brand}.', 'In the end, {def} <is|are> a simple question, and you now have what you need to answer it.', 'If one question about {thecore} remains, it is the right one: it deserves to be asked.', '{Brand} has said (what matters|the essential). (What comes next is yours|The next step is yours).', 'Thank you for reading, and see you soon {inplace}.',
    '*See you soon, perhaps, for {thecore}.', '^{Brand} thanks you for your attention to {def}.', '~There. {Core}: you know it all, or nearly.',
  ],
  concept: [
    'A single idea: {fact}. We show it and add nothing.', 'A true moment around {barecore}, filmed close up.', 'A question asked at once, and {def} for an answer.', 'The price, said frankly: {price}. Then all that it includes.', 'One value of {brand}, in gestures: {value}.', 'A calm countdown: {until}.',
    'The view of somebody who meets {def} for the first time.', 'From the wish to the step: {core}, in four shots.',
  ],
  people: ['{Brand} speaks here first of all to {people}.', 'These lines are written for {people}.', '(Whom does {brand} have in mind|For whom is all this), with {thecore}? {People}.'],
  alt: ['{Barecore}, seen up close, with the name {label}', 'Somebody meets {thecore} at {label}', 'The place where {label} works, about {thecore}', 'Picture from {label}: {core} and one short sentence'],
  meta: ['{Barecore}, by {label}: {fact}.', '{Core} from {label}: (what it is, what can be checked and how to take the step|the thing, the facts and the way forward).', '{Barecore}: (the facts, the useful questions and what to do next|facts, answers and the next step) with {label}.', '{Core} with {label}: {price}. The facts, the answers, what to do next.'],
};
