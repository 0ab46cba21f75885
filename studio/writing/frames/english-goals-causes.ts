// English sentences for goals that gather people: gifts, events, jobs, visits, petitions, a name to remember. One sentence a line.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import type { GoalBank } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const englishCauses: Pick<Record<GoalKind, GoalBank>, 'donate' | 'sign-up' | 'apply' | 'visit' | 'petition' | 'know'> = {
  donate: {
    alone: ['price', 'quantity', 'present'],
    present: ['{Brand} works for {def}.', 'With your gifts, {brand} moves {def} forward.', '{Brand} is raising gifts for {def}.', 'One precise cause, in the hands of {brand}: {offer}.', 'What you support with {brand}: {offer}.', 'This is the work of {brand}: {offer}.'],
    headline: ['{Thecore}: your gift counts here', 'Give to {thecore}', '{Thecore}: {fact}', '{Thecore}: give {by}', 'What a gift makes possible: {barecore}', '{Thecore}, with {label}'],
    cta: ['Give to {thecore}', 'Give with {label}: {barecore}', 'Make a gift: {barecore}', 'Chip in for {thecore}'],
    hook: [
      'What is a gift to {brand} for? For this: {def}.', '{Def}: something is still missing, and it depends on gifts.', 'On one side, what has to be done. On the other, what people can give. In between: {def}.', 'One can love a cause and never give. Here is a way to take the step for {def}.', 'A gift does not replace the work on {def}: it makes it possible.', 'Who acts for {def}? {Brand}, with the people who give.',
      '~One coffee less, one hand more for {def}.', '^{Brand} appeals to your generosity for {def}.',
    ],
    price: ['A gift of {price} is a good start for {def}.', 'A marker given by {brand}: {price}.', 'With {price}, you take part in {def}.'],
    quantity: ['Still to be raised: {quantity}.', 'The need, in the figures of {brand}: {quantity}.'],
    action: [
      'Give to {def}{+where}.', 'Make a gift{+where}: it goes to {def}.', 'Gifts for {def} are made {where}.', 'Give a little, or more, to {def}{+where}.', 'To give to {def}: {contact}.', 'Give {by}, and tell someone about {thecore}.', 'Give, and pass this on to one person who cares.',
    ],
    answer: [
      'Where does the money go? To {def}. {Brand} can account for it: just ask.', 'Too small to count? Gifts add up, and {def} <depends|depend> on them.', 'How to know that it is serious? One fact to check: {fact}.', 'And after the gift? Ask {brand} for news of {thecore}.', 'Why now? Because gifts for {def} are gathered {until}.',
    ],
    how: [
      'Settle on an amount that does not strain you, then give to {def}.', 'Before you give to {def}, look at this: {fact}.', 'Keep the receipt of your gift to {brand}, and ask what it entitles you to.', 'Give once, or every month: both help {def}.',
    ],
    heading: ['What {thecore} still <needs|need>', 'What a gift makes possible', 'Where the money goes', 'Giving to {def}, (in practice|step by step)'],
    title: ['{Thecore}: what a gift to {label} does', 'Giving to {thecore}: what to know', '{Thecore}: the need, the facts, the way to help'],
    plan: {
      steps: [
        ['Show a place or a person', 'One true story about {def}, without borrowed pictures or guilt.'], ['Say what is missing', 'The need, what a gift does, the facts: {proofs}.'], ['Ask simply', 'One step, an amount of one’s choice, then thanks{+where}.'],
      ],
      metric: ['Gifts', 'Number of gifts and sum raised, with the average gift and the monthly share.'],
      obstacles: ['the question of how the money is used', 'the feeling that a small gift changes nothing', 'trust that still has to be earned'],
      rivals: [
        ['The large charity', 'Everywhere at the end of the year.', 'Its name is known.', 'Far from the ground: here one can show {def}.'], ['A friend’s fundraiser', 'A personal story.', 'A direct tie.', 'No follow-up and no account.'], ['The gift put off', 'One gives in December, or never.', 'A habit.', 'A reason to give now, drawn from the facts.'],
      ],
      cadence: 'tell the story three weeks before, open at ten days, remind at three days, the day before and twice on the day, give thanks two days later',
      searches: ['donate to {b}', 'help {b}', '{b} charity', '{b} donation', '{b} volunteer', 'tax receipt donation'],
    },
  },
  'sign-up': {
    headline: ['{Barecore}: {date}', '{Barecore} {inplace}', '{Barecore}: sign up {by}', '{Barecore}: {price}', '{Barecore}, with {label}', '{Barecore}: {fact}', '{Barecore}: save your place'],
    cta: ['Sign up: {barecore}', 'Save a seat: {barecore}', 'Join {thecore}', 'Register for {thecore}'],
    hook: [
      '{Def}: worth the trip? Enough to decide.', 'What is in store at {def}? A foretaste.', 'A date for the diary: {core}.', 'Who will be there, and what for? {Def}, in a few lines.', 'Signing up alone takes nerve. {Def} <is|are> better shared.', 'What you will find at {def}, in few words: {fact}.', '~One line in the diary, one seat in your name: {core}.', '^{Brand} has the honour of inviting you to {def}.',
    ],
    action: [
      'Sign up for {def}{+where}.', 'Places for {def} are taken {where}.', 'Save your place for {def}{+where}.', 'Sign up {by}{+where}.', 'To join {def}: {contact}.', 'Join in twos: tell someone about {def}.', 'Tell a friend, then sign up for {def}.',
    ],
    answer: [
      'How much? {Price}.', 'Is it far? {Def} <takes|take> place {inplace}: plan the way when you sign up.', 'Alone? At {def}, nobody asks whom you came with.', 'Not sure about the programme? One point: {fact}.', 'And if something comes up? Ask {brand} how to pass on your place.',
    ],
    how: [
      'Sign up, note the time, prepare one question for {def}.', 'To enjoy {def}, come a little early.', 'Read the programme of {thecore} and choose one moment you will not miss.', 'Before {def}, look at how to get there and when to leave.',
    ],
    heading: ['What happens at {def}', 'When, where, how much', 'Who it is for', 'Signing up, (in practice|step by step)'],
    title: ['{Barecore}: what to know before you sign up', '{Barecore}: when, where, for whom', 'Signing up for {thecore}: the useful part'],
    plan: {
      steps: [
        ['Say why to come', 'What people will see and hear at {def}.'], ['Make coming easy', 'Date, place, price, access, facts: {proofs}.'], ['Have a place kept', 'Signing up in one step{+where}.'],
      ],
      metric: ['Registrations', 'Confirmed registrations, then the share that turns up.'],
      obstacles: ['a diary that is full', 'the distance or the price', 'the thought of coming alone'],
      rivals: [
        ['The other event that day', 'Same public, same evening.', 'A habit.', 'Say what one only sees at {def}.'], ['The sofa and the screen', 'Follow from afar.', 'No trip.', 'Nothing replaces meeting on the spot.'], ['The last-minute choice', 'See on the day.', 'Freedom.', 'A place that is kept ends the doubt.'],
      ],
      cadence: 'announce six weeks before, introduce people at four, the programme at two, then seven, three and one day before and on the morning',
      searches: ['{b} programme', '{b} registration', '{b} date', '{b} tickets', '{b} venue', 'how to join {b}'],
    },
  },
  apply: {
    alone: ['price', 'quantity', 'present'],
    headline: ['{Brand} is hiring: {core}', '{Shortask}, with {label}', '{Shortask}: {price}', '{Shortask} {inplace}', '{Shortask}: {fact}', '{Shortask}: apply {by}'],
    cta: ['Apply: {barecore}', 'Send your application: {barecore}', 'Apply for {shortask}', 'Join the team: {barecore}'],
    hook: [
      '{Brand} is hiring. The job: {offer}.', 'Job ads seldom say what the day is like. For {ask}, let us try.', 'The work, the team, the terms: {theask}, in plain words.', 'What if the next name on the team at {brand} were yours?', 'We are looking for someone who likes work well done. The job: {offer}.', 'A change of work, yes, but to what? {Theask}, point by point.', '~A trade, a team, a free place: {ask}.', '^{Brand} is opening a recruitment: {ask}.',
    ],
    present: ['{Brand} offers {ask}.', 'The opening: {ask}.', 'The team at {brand} is growing: {ask}.', 'At {brand} there is work and a place: {ask}.', 'To be filled at {brand}: {ask}.', 'Our ad fits in a few words: {ask}.'],
    price: ['Pay: {price}.', 'The pay is written down: {price}.', '{Price}: that is the pay announced for {theask}.'],
    quantity: ['To be filled: {quantity}.', 'Hiring now: {quantity}.'],
    action: [
      'Apply{+where} for {ask}.', 'Send your application, a few lines and your background: {contact}.', 'Applications go here: {contact}.', 'Apply {by}{+where}.', 'Apply, or tell someone who might like {theask}.', 'Apply by telling us what you can do{+where}.', 'Come and see the work before you apply: {brand} answers {where}.',
    ],
    answer: [
      'The pay? {Price}.', 'Not the diploma? Write anyway: for {theask}, show what you can do.', 'Afraid of never hearing back? Ask {brand} for the date of the decision when you apply.', 'What is the day like? One element: {fact}.', 'And the team? At {brand}, one marker: {fact}.',
    ],
    how: [
      'For {theask}, three things are enough: your background, one example, a way to reach you.', 'Tell {brand} about a piece of work you are glad of.', 'Before the interview, prepare one question about {theask}.', 'Ask to spend an hour with the team at {brand}: it teaches more than an interview.',
    ],
    heading: ['The work: {thecore}', 'The team and how it works', 'Terms, place, pay', 'Applying, (in practice|step by step)'],
    title: ['{Brand} is hiring: {core}, what the ad says and the rest', '{Barecore}: the job, the team, the application', 'Working at {label}: {core}'],
    plan: {
      steps: [
        ['Show the trade', 'A real day and a real team around {theask}.'], ['State the terms', 'Pay, place, contract, benefits, facts: {proofs}.'], ['Make applying easy', 'A short message will do, with a date for the answer{+where}.'],
      ],
      metric: ['Complete applications', 'Complete applications received, with the share that is met in person.'],
      obstacles: ['doubt about pay and hours', 'the fear of not fitting the profile', 'silence after applying'],
      rivals: [
        ['The large employer', 'Hires all the time.', 'Known pay and name.', 'Shows little of the trade and the team.'], ['The agency', 'Answers fast.', 'Flexibility.', 'Promises neither team nor time.'], ['Staying put', 'The known.', 'No risk.', 'A clear ad for {theask} makes people compare.'],
      ],
      cadence: 'publish thirty days before, again at twenty-one, fourteen, seven and two days, early in the week',
      searches: ['{b} jobs', '{b} hiring', '{b} vacancy', '{b} salary', '{b} training', 'apply {b}'],
    },
  },
  visit: {
    headline: ['{Barecore}: come {until}', '{Barecore} {inplace}', '{Barecore}: {date}', '{Barecore}: {fact}', '{Barecore}: {price}', 'Come and see {thecore}', '{Barecore}, at {label}'],
    cta: ['Come and see {thecore}', 'Visit {thecore}', 'Plan a visit: {barecore}', 'Come and look at {thecore}'],
    hook: [
      'Why make the trip for {def}? Here is one reason.', '{Def}: what you see on the spot and nowhere else.', 'An idea for a day out, a precise one: {core}.', 'What stays in mind after {def}? Often a detail: {fact}.', 'You may walk past every day. {Brand} is also {offer}.', 'Some things do not fit in a photo. {Def}, for one.', '~Nothing planned? {Core}, and the day turns.', '^{Brand} opens its doors to you: {offer}.',
    ],
    action: [
      'Come and see {def}{+onsite}.', 'Come to {brand}{+onsite}.', 'Come and find us: {contact}.', 'Come {until}{+onsite}.', 'Come with others: {def} <makes|make> better stories afterwards.', 'Plan your visit: {contact}.', 'Come one day, and bring someone.',
    ],
    answer: [
      'When? {Hours}.', 'How much? {Price}.', 'Where exactly? {Place}.', 'With children? Ask {brand} for the quietest time to see {def}.', 'Is it worth the way? Part of an answer: {fact}.', 'Access, pushchairs, wheelchairs: ask {brand} before you come to see {def}.',
    ],
    how: ['For {def}, allow time and set one aim.', 'Look at the hours of {brand} before you set out.', 'In front of {def}, look for this: {fact}.', 'Begin with what you like, and keep the rest of {thecore} for another day.'],
    hours: ['Hours: {hours}.', 'When to come: {hours}.', '{Brand} is open: {hours}.'],
    heading: ['What you see on the spot', 'Hours, access, price', 'Whom to come with', 'Planning the visit'],
    title: ['{Barecore}: what you see, when to come', 'Seeing {thecore}: hours, access, good reasons', '{Barecore}: planning your visit to {label}'],
    plan: {
      steps: [
        ['Give a reason to come', 'A detail that one only sees on the spot, around {def}.'], ['Settle the practical questions', 'Hours, access, price, facts: {proofs}.'], ['Invite', 'An address, a day, a person to bring{+onsite}.'],
      ],
      metric: ['Visits', 'Visits counted on the spot, against the same period without a campaign.'],
      obstacles: ['the way there', 'the lack of a precise reason to come now', 'questions of hours and access'],
      rivals: [
        ['The usual outing', 'The place one always goes.', 'No surprise.', 'A precise fact about {def} makes people change.'], ['The screen', 'See it all from home.', 'At once and free.', 'Gives neither scale nor smell nor company.'], ['Next weekend', 'Later.', 'Asks nothing.', 'A date and a reason are enough to decide.'],
      ],
      cadence: 'one piece a week, more on Thursdays and Fridays and the day before great days',
      searches: ['{b} opening hours', '{b} tickets', '{b} address', 'what to see {b}', '{b} parking', '{b} reviews'],
    },
  },
  petition: {
    alone: ['present', 'price', 'quantity'],
    headline: ['Sign {theshortask}', '{Thecore}: sign {by}', '{Thecore}: a precise demand', '{Thecore}: {fact}', 'For {thecore}, one signature', '{Theshortask}, by {label}'],
    cta: ['Sign: {barecore}', 'Sign {theshortask}', 'Sign and share: {barecore}', 'Add your name: {barecore}'],
    hook: [
      'Who decides, and on what? The demand of {brand} is simple: {offer}.', 'A demand, a date, signatures: {theask}.', 'They will say that it changes nothing. {Theask} says otherwise, in writing.', 'What we ask fits in a line: {offer}.', '{Def}: not a slogan, a demand.', 'Signing takes a minute. {Def} will last.', '~One minute, one name, one step: {core}.', '^{Brand} addresses a solemn demand to those who decide: {offer}.',
    ],
    present: ['{Brand} stands behind {theask}.', 'The demand, word for word: {offer}.', 'What {brand} asks for: {offer}.', 'The text of {brand} is about one thing: {offer}.', 'What is this petition about? {Offer}.', 'One petition, one demand: {offer}.'],
    price: ['The amount at stake: {price}.'],
    quantity: ['The count in view: {quantity}.'],
    action: [
      'Sign {theask}{+where}.', 'Signatures for {def} are gathered {where}.', 'Sign {by}, then share {theask}.', 'Send {theask} to two people who live with the same thing.', 'To sign: {contact}.', 'Add your name to {theask}{+where}.', 'Talk about {thecore} around you: one signature brings another.',
    ],
    answer: [
      'What good is signing? It shows those who decide that {def} <matters|matter>.', 'My data? Read what {brand} does with them before you sign.', 'Is it politics? The demand is written, and anyone can read it: {offer}.', 'What does the demand rest on? On this: {fact}.', 'Why now? Signatures are open {until}.',
    ],
    how: [
      'Read the demand, sign if it is fair, then share {theask}.', 'To convince people, a fact beats a shout: {fact}.', 'Explain {def} in one sentence to someone who has never heard of it.', 'After {theask}, ask {brand} when the decision is due.',
    ],
    heading: ['What {label} asks for', 'Who decides, and when', 'The facts', 'Signing and sharing'],
    title: ['{Thecore}: what the petition of {label} asks for', '{Thecore}: the facts before you sign', 'Why sign for {thecore}'],
    plan: {
      steps: [
        ['Say who decides', 'Name the decision and the demand: {offer}.'], ['Lay out the facts', 'Facts that can be checked, no attack on persons: {proofs}.'], ['Have it signed, then shared', 'A signature first, a share next{+where}.'],
      ],
      metric: ['Signatures', 'Verified signatures, with the share of people who pass it on and of new contacts.'],
      obstacles: ['the idea that signing is useless', 'the use of data', 'the fear of a party label'],
      rivals: [
        ['Indifference', 'The subject seems far away.', 'It asks nothing.', 'An example nearby makes {def} concrete.'], ['Another petition', 'A cause next door, the same day.', 'A louder subject.', 'A more precise demand and a date.'], ['The endless debate', 'People talk and do not sign.', 'Everybody is in it.', 'Bring it back to one written demand.'],
      ],
      cadence: 'one milestone a week, then daily in the last five days before the decision; no paid advertising on a social issue',
      searches: ['{b} petition', 'sign {b}', '{b} vote', '{b} arguments', '{b} news', 'how to support {b}'],
    },
  },
  know: {
    headline: ['{Barecore}: that is {label}', '{Brand}: {core}', '{Barecore}: {fact}', 'A name to remember for {core}: {label}', '{Barecore} {inplace}', '{Barecore}: {date}', '{Barecore}, in one picture'],
    cta: ['Discover {thecore}', 'Remember: {barecore}', 'See {thecore}', 'Get to know {thecore}'],
    hook: [
      'If you remember one thing about {brand}, let it be {offer}.', '{Brand}: one name, one idea, {core}.', 'Who is {brand}? The short answer: {offer}.', '{Def}: one picture is enough to remember.', 'Before talking about {def}, it is better to show.', 'We all need a name in mind when the time comes. For {core}: {brand}.', '~{Core}? There is a name for that: {brand}.', '^{Brand} makes known {offer}.',
    ],
    action: [
      'Discover {def}{+where}.', 'Remember the name: {brand}.', 'To learn more about {def}: {contact}.', 'Show {def} to someone who does not know {brand} yet.', 'Remember {brand} for {core}.', 'Follow {brand} and learn more about {thecore}.', 'Come to know {def}{+where}.',
    ],
    answer: [
      'So what? So this: {fact}.', 'Why remember? Because {brand} means {offer}.', 'Nothing to buy today: just a name to keep for {core}.', 'What sets {brand} apart? One fact: {fact}.', 'One more name? This one goes with something precise: {core}.',
    ],
    how: ['To remember {brand}, tie the name to this: {fact}.', 'One idea is enough to talk about {brand}: {core}.', '(Tell {def} in one sentence|Put {def} into one sentence): if it holds, the idea is clear.', 'The day you need {barecore}, look for {brand}.'],
    heading: ['The idea behind {thecore}', 'What can be checked', 'The people and how they work', 'Where to find {label}'],
    title: ['{Barecore}: what to remember about {label}', '{Brand}, or {core} in a few facts', '{Barecore}: who, what, where'],
    plan: {
      steps: [
        ['One idea', 'One idea, the same everywhere: {offer}.'], ['One picture', 'A constant sign, known without reading, resting on {proofs}.'], ['One name', 'The name of {brand} tied to {core}, week after week.'],
      ],
      metric: ['Searches for the name', 'Searches for the name and direct visits, read before, during and after.'],
      obstacles: ['indifference', 'too many messages', 'confusion with other names'],
      rivals: [
        ['The name already known', 'People think of it first.', 'Years of presence.', 'It says nothing precise about {core} any more.'], ['The noise', 'A hundred messages a day.', 'Volume.', 'One idea, repeated with constancy, gets through.'], ['Other people’s word of mouth', 'A friend recommends.', 'Trust.', 'Give people a sentence about {def} that is easy to repeat.'],
      ],
      cadence: 'the same idea for six to twelve weeks, one to three times a week',
      searches: ['what is {b}', 'who offers {b}', '{b} example', '{b} story', '{b} reviews', 'where to find {b}'],
    },
  },
};
