-- Signing in (tables of the sign-in library), persons, and who holds which role from when to when.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema accounts;
set local search_path = accounts;

create table "user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "username" text unique, "displayUsername" text);

create table "session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" uuid not null references "user" ("id") on delete cascade);

create table "account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "accountId" text not null, "providerId" text not null, "userId" uuid not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);

create table "verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);

create table "rateLimit" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);

create index "session_userId_idx" on "session" ("userId");

create index "account_userId_idx" on "account" ("userId");

create index "verification_identifier_idx" on "verification" ("identifier");
set local search_path = public;

-- True while the demo tells what its source documents do not say: everything written then is marked 'minh họa'.
create function is_illustrative() returns boolean
  language sql stable
  as $$ select coalesce(nullif(current_setting('giaouoc.illustrative', true), ''), 'off') = 'on' $$;

create table province (
  id uuid primary key default uuidv7(),
  slug text not null constraint province_slug_taken unique,
  name text not null constraint province_name_missing check (name <> ''),
  certainty text not null default 'confirmed' constraint province_certainty_known check (certainty in ('confirmed', 'inferred')),
  note text not null default '',
  created_at timestamptz not null default now()
);
