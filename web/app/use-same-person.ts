import { useEffect, useRef } from 'react';

/** In another window somebody else may have signed in: the page of the one before is not theirs. */
export function useSamePerson(person: string | undefined): void {
  const before = useRef(person);
  useEffect(() => {
    if (person && before.current && before.current !== person) location.assign('/');
    before.current = person;
  }, [person]);
}
