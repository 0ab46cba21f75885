// The whole route table, as a part of the application that is loaded on its own.
export { routes } from '../../shared/contracts/routes.ts';
