-- Units with a life, fields of work, persons, appointments.

create table field_of_work (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  position integer not null default 0
);

create table unit (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  slug text not null,
  kind text not null constraint unit_kind_known check (kind in
    ('department', 'board', 'management_board', 'project_board', 'national_park', 'fund', 'central_agency',
     'assembly_office', 'party_body', 'mass_organisation', 'enterprise', 'district', 'commune', 'school',
     'hospital', 'office', 'room', 'other')),
  parent_id uuid references unit,
  founded_on date,
  dissolved_on date,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint unit_slug_taken unique (slug),
  constraint unit_life_order check (dissolved_on is null or founded_on is null or dissolved_on >= founded_on)
);

-- The name a unit bears from a day on; history keeps the name of its year.
create table unit_name (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit on delete cascade,
  name text not null constraint unit_name_missing check (name <> ''),
  short_name text not null constraint unit_short_name_missing check (short_name <> ''),
  valid_from date not null default '0001-01-01',
  constraint unit_name_once_a_day unique (unit_id, valid_from)
);

create table unit_event (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit on delete cascade,
  kind text not null constraint unit_event_kind_known check (kind in ('founded', 'renamed', 'merged_into', 'split_from', 'dissolved')),
  happened_on date not null,
  other_unit_id uuid references unit,
  basis text not null default '',
  note text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);
create index unit_event_of_unit on unit_event (unit_id, happened_on);

create table unit_field (
  unit_id uuid not null references unit on delete cascade,
  field_code text not null references field_of_work,
  primary key (unit_id, field_code)
);

-- How else the unit is written in reports ("Sở TTTT", "Sở TT&TT").
create table unit_alias (
  unit_id uuid not null references unit on delete cascade,
  alias text not null,
  primary key (unit_id, alias)
);

-- Somebody named on papers; may or may not have an account.
create table person (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  account_id uuid references accounts."user" constraint person_account_taken unique,
  unit_id uuid references unit,
  full_name text not null constraint person_name_missing check (full_name <> ''),
  position text not null default '',
  email text not null default '',
  phone text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);
