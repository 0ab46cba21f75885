// The person's own account: name, language, looks, notices, password, and its end.

import { Deletion } from './account-deletion.tsx';
import { Looks } from './looks-setting.tsx';
import { Password } from './password-setting.tsx';
import { Profile } from './profile-setting.tsx';

export function AccountSection() {
  return (
    <div className="settings-groups">
      <Profile />
      <Looks />
      <Password />
      <Deletion />
    </div>
  );
}
