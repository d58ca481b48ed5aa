/** How many vendors' exports call what is known of a person, by its meaning: the same whatever platform it goes to; parted by commas. */

export const PEOPLE_HEADERS = {
  email: `email address, mail, mail address, user email, user email address, member email, work email, work email address,
  business email, company email, primary email, primary email address, contact email, user principal name, UPN`,
  id: `uid, user identifier, identifier, member id, account id, external id, employee id, employee number, person id, uuid, guid`,
  name: 'user full name, display name, member name, member, employee name, employee, person, user, contact name',
  firstName: `given name, forename, fname, preferred name, preferred first name, user first name, legal first name`,
  lastName: 'family name, surname, sn, lname, user last name, legal last name',
  status: `user status, account status, member status, membership status, employment status, employee status, account state,
  user state, state, active, is active, enabled, account enabled`,
  roles: `user role, user roles, account role, team role, workspace role, role name, permission, permissions, permission level,
  access level, user type, member type`,
  licences: `license, licence, license type, licence type, license types, license name, licence name, license plan,
  assigned licenses, assigned products, seat, seats, seat type, plan, plan name, subscription, subscription type, edition, tier,
  sku, product, products, product name, entitlement, entitlements`,
  lastUsed: `last used date, last used on, last used at, last use, last usage, last usage date, last active, last active date,
  last active on, last activity, last activity date, last seen, last seen at, last login, last login date, last logged in,
  last sign-in, last sign-in date, last signed in, last visit, last visited, last access, last accessed, last access date`,
} as const;
