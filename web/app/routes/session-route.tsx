import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { type SessionForm, SessionPage } from '../../features/session/session-page.tsx';

const addresses = { 'sign-in': '/sign-in', register: '/register', confirm: '/confirm', forgot: '/forgot' } as const;

export default function SessionRoute() {
  const navigate = useNavigate();
  const router = useRouter();
  const { pathname, search } = useLocation();
  const { next } = search as { next?: string };
  const form = (Object.keys(addresses) as SessionForm[]).find((name) => addresses[name] === pathname) ?? 'sign-in';
  const kept = next ? { next } : {};
  return (
    <SessionPage
      form={form}
      link={(to, label) => (
        <Link to={addresses[to]} search={kept}>
          {label}
        </Link>
      )}
      onForm={(to) => void navigate({ to: addresses[to], search: kept })}
      onSignedIn={() => router.history.push(next ?? '/')}
    />
  );
}
