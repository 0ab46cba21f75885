// English paragraphs of articles: some for every goal, some for one. Each says something of the brief in nearly every sentence.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';

// biome-ignore format: one paragraph a line
export const englishPassages: readonly string[] = [
  'The most useful thing, before looking into {def}, is to write one line about what you expect. That line will serve as a compass: it tells what to ask {brand}, and what can be left aside.',
  'It is worth talking about {def} to somebody you trust before deciding. Telling them what {brand} does, in your own words, soon shows what you have understood and what is still missing.',
  'Some questions save time. With {brand}, the first ones are simple: who takes care of it, from when, and what happens if something goes wrong? For {def}, they call for short answers.',
  'Keeping informed takes no special effort. During this campaign {brand} publishes short messages about {def}; reading one now and then is enough, and keeping the one that answers the question of the moment.',
  'Nothing replaces the experience of somebody who already knows {def}. If there is such a person near you, their view is worth a lot. If not, {brand} remains the most direct source.',
  'Changing a habit takes time, and that is normal. For {def}, {brand} prefers a calm decision to a hurried yes. Read, compare, ask a question: the order matters little, as long as you move on.',
  'Let us begin by naming things: this is about {def}. (Many texts|Plenty of pages) circle around the subject; this one starts from what {brand} announces, and from what anyone can check before making up their mind about {thecore}.',
  'A good habit, when you meet {brand}, is to look for a fact rather than an adjective. Here is one: {fact}. That kind of detail can be checked and discussed, and it lets us talk about {thecore} otherwise than in general.',
  '#Let us talk about the price, since everybody thinks of it: {price}. (On its own|Taken alone), an amount says little. Set against {def}, it becomes a piece of information that you can compare with what you know.',
  'The way of working counts as much as the result. At {brand}, it comes down to this: {values}. Those are words, of course; their use is that you can remind {brand} of them on the day you judge {def}.',
  'A decision about {thecore} seldom rests on one argument. The first known element: {fact}. The rest depends on your situation, and one question put to {brand} is worth more than a guess.',
  'Time plays its part. For {def}, the date to keep is known: {deadline}. It is better to look at it early, to put your questions to {brand}, and to keep the last days for what needs thought.',
  'The place is no detail: {place}. Knowing where {def} <is|are> lets you picture the way, the moment and the people you bring. {Brand} can tell you what is missing.',
  'The day is set: {date}. Writing it down at once spares regrets, and leaves time to think of what you expect from {barecore}. {Brand} gives the practical details to those who ask.',
  'There is what {brand} claims, and what one can see. In the second group stands this: {fact}. It is a sound basis for an opinion about {def}, without taking anyone’s word for it.',
  '#Who is all this for? For {people}, first of all. {Brand} is not trying to please everyone: {def} <answers|answer> a precise need, and it is better to say so than to promise too widely.',
  '#What sets one offer apart from the next is often one demand, kept for a long time. That of {brand} has a name: {value}. You can find it in the way {brand} speaks of {thecore}, and you can ask to see it more closely.',
  '#One question remains, the one people hardly dare to ask: what <does|do> {def} not promise? {Brand} announces here only what this text says. Anything else about {thecore} is a matter of asking, and a written answer beats an impression.',
  '#Take {def} from the small side, that of everyday life. Who looks after it, at what moment, with what care? The answer of {brand} begins with a detail: {fact}. Details, as we know, often tell the rest.',
  'Comparing takes a little method. For {core}, three lines on a sheet are enough: what you expect, what {brand} announces, what remains to be asked. The second line can already hold this: {fact}.',
  'A question, a doubt, a special case? Getting in touch is simple: {contact}. There {brand} can speak about {thecore} better than any page, because a real question calls for a real answer.',
  'Careful work can be told without effort. {Brand} speaks about {thecore} by naming precise things, for instance: {fact}. Nobody has to be content with that; it is an honest place to start.',
];

// biome-ignore format: one paragraph a line
export const englishGoalPassages: Record<GoalKind, readonly string[]> = {
  buy: [
    'Buying {core} means answering three questions: what you get, what you pay, what you do if it does not suit. About {def}, {brand} can answer all three before you order. It is enough to ask them in that order.',
    'People buy better when they know why. {Def} <has|have> a use, a moment, sometimes a person in mind. Naming it before you order from {brand} spares you the purchase that stays in a drawer, and makes the right choice plain.',
    'It is tempting to decide on one photo. {Def} <deserves|deserve> a slower look: material, size, use, care. {Brand} can give details on each of these points, and this is the moment to ask.',
  ],
  subscribe: [
    'A subscription is a promise that repeats. With {def}, look at the rhythm as much as at the contents: how often, for how many people, with what freedom to stop. {Brand} can answer each of these before anything is sent.',
    'The simplest way is to think of an ordinary week. Where <does|do> {def} fit in? Who enjoys it? If the answer comes fast, what {brand} offers makes sense. If not, it is better to wait.',
    'People subscribe so as not to think of it, and that is the trouble: they forget to check. After a month with {core}, one question is enough: did it help? {Brand} would rather have a frank answer than a habit.',
  ],
  donate: [
    'Giving binds you to nothing else. You can support {def} once, look at what {brand} does with it, and decide later what comes next. Trust is built that way, in both directions.',
    'What {brand} stands for can be said in few words: {values}. That is the measure by which to judge the use of gifts for {def}, and to ask for explanations where they are missing.',
    'Talking about a cause counts too. Explaining {def} to someone near you already widens the circle of {brand}. The gift comes next, or does not; the idea has travelled.',
    'A gift is another thing when you know where it goes. Here it goes to {def}. {Brand} can explain what is done, what remains to be done, and how things move on. Asking for that news is no distrust: it is interest.',
    'There is no small useful gift and no large useless one. For {def}, regularity counts, and so does the number of people. What {brand} asks fits in one step, to the measure of each.',
    'People seldom give to an idea; they give to a place, to persons, to work they can picture. That is why {brand} speaks about {thecore} with facts, and leaves the decision to you.',
  ],
  book: [
    'Booking {core} mostly means getting rid of a hesitation. Once the time is chosen with {brand}, the rest becomes practical: the way, the hour, what to bring. The main thing is done.',
    'Before {def}, people like to know whom they will meet and how it goes. {Brand} can say it simply: the welcome, the length, what follows. It is enough to ask when you book.',
    'One appointment kept is worth ten intentions. For {core}, choosing a precise date helps to get from the wish to the fact. And if the day no longer suits, telling {brand} early helps everyone.',
  ],
  call: [
    'When you need {core}, you do not want to fill in a form. A call to {brand} lets you describe the situation, learn what to do meanwhile, and know what follows. Two minutes well spent.',
    'A good call is prepared in three words: what, where, since when. With those, {brand} can say whether {core} <fits|fit> and how soon. You hang up with an answer rather than a promise.',
    'Fear of the price keeps people from calling. It is lifted in a simple way: ask, at the start, what {core} <includes|include> and how much it takes. {Brand} hears that question often, and it is a fair one.',
  ],
  'request-demo': [
    'A useful demo starts from a real case. Before seeing {def}, it pays to write down the task that takes most time today, and to ask {brand} to do it again in front of you. You then judge work, not talk.',
    'Technical questions always come: data, access, integration, what to do with what exists. Better to ask them during the demo of {thecore} than after signing. {Brand} then answers in front of the right people.',
    'Choosing {core} also means giving up another way of working. It is honest to compare the two: what you gain, what you lose, what you will have to learn. {Brand} can help to fill those three columns.',
  ],
  'sign-up': [
    'Signing up for {def} begins with a good reason to come: a person to hear, a thing to see, a question to ask. {Brand} gives enough to choose from; the rest is up to you.',
    'Coming alone is no obstacle. At {def}, you already share a subject with the others, which makes for conversation. And if you would rather come with company, pass on the invitation of {brand}.',
    'The worst enemy of an event is the diary. For {core}, signing up early settles the question: the day is taken, the way is planned, and you come with a free mind. {Brand} does the rest.',
  ],
  install: [
    'An app is judged by use, not by its store page. With {core}, the right test is one task: do it once, with no settings, and see whether you saved time. {Brand} asks no more.',
    'Before you install {def}, two minutes for the serious questions: which data, which notifications, what price later. {Brand} answers on its page. If an answer is missing, that is the first thing to ask.',
    'People keep a handful of apps. For {core} to stay among them, one gesture has to become simpler. Which one? That is the only question {brand} invites you to ask on the first day.',
  ],
  apply: [
    'A trade is also learnt from others. At {brand}, you can ask with whom you work, who shows you the ropes, who decides on the rota. For {ask}, those answers count as much as the title.',
    'People read the terms first, and rightly so. {Brand} can state what the ad leaves out about {theask}: the hours, the trial period, the first day. It is best to ask in writing.',
    'What {brand} looks for is no perfection, but a way of working: {value}. If that sounds like you, {theask} <deserves|deserve> a few lines of application.',
    'A job is easier to understand through a day than through a list of qualities. For {theask}, the good question to ask {brand} is simple: what do people do in the morning, with whom, and how do they know the work is well done?',
    'There is no need to tick every box. {Brand} is looking for a person for {theask}, not for a form: experience nearby, fast learning, a real liking for the trade can be told in a few lines.',
    'Applying takes time, and waiting weighs. So ask {brand}, in your first message, when the answer will come and what follows. For {theask}, that clarity goes both ways.',
  ],
  visit: [
    'A good visit begins with one detail to look for. About {barecore}, {brand} can suggest several; pick one and find it on the spot. The rest comes by itself.',
    'An outing is easily put off to next week. For {def}, it is best to set a day with somebody: two people come more surely than one. {Brand} takes care of the welcome.',
    'There is the quick visit and the slow one. {Def} <allows|allow> both, but the second leaves more to remember. The advice of {brand}: keep a little time in hand, and ask questions.',
  ],
  petition: [
    'A public decision is taken somewhere, by precise persons, on a given date. Asking for {def} means addressing them clearly. {Brand} wants the tone to stay fair: {value}.',
    'People discuss a lot and sign little. Yet {def} will not be settled in the comments. A written demand, carried by {brand}, leaves a trace that can be counted.',
    'Why stand up for {def} when there are a thousand other things to do? Because it changes ordinary days. {Brand} invites everyone to look at theirs, then to decide.',
    'A petition is worth the precision of its demand. That of {brand} fits in a line: {offer}. One may be for or against; at least one knows what it is about.',
    'Signing takes a minute, but it commits a name. Before you do it for {def}, read the demand, know the facts, and know whom it addresses. {Brand} is there to answer.',
    'One signature weighs little; together, they tell those who decide that {def} <concerns|concern> many people. That is why {brand} asks you to sign, then to pass it on to one person at least.',
  ],
  know: [
    'People remember a name when it goes with a picture. For {brand}, the picture is simple: {offer}. If this page were to leave one trace, let it be that one.',
    'Becoming known is not speaking loudly. {Brand} would rather say the same thing again, about {thecore}, until it becomes plain. It is slower, and surer.',
    'What would you say about {brand} to somebody who has never heard of it? One sentence is enough: {offer}. When the day comes, that sentence will come back, and with it the name to look for.',
  ],
};
