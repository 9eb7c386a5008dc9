-- Checks on the spot: the plan of a round, its teams, their visits, what was observed, what has to be put right, the
-- minutes with their signatures.

create table check_plan (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  title text not null constraint check_plan_title_missing check (title <> ''),
  purpose text not null default '',
  contents text not null default '',
  starts_on date,
  ends_on date,
  basis text not null default '',
  basis_file_id uuid references file,
  -- The teams of this plan also cross-check the scores of the units they visit.
  scores_cross boolean not null default false,
  -- Null while it is a draft of head and secretary.
  announced_on date,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  constraint check_plan_period_ordered check (ends_on >= starts_on)
);
create index check_plan_of_year on check_plan (bloc_year_id);

create table check_team (
  id uuid primary key default uuidv7(),
  check_plan_id uuid not null references check_plan on delete cascade,
  position integer not null default 0,
  name text not null constraint check_team_name_missing check (name <> ''),
  leading_unit_id uuid not null references unit,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint check_team_name_taken unique (check_plan_id, name)
);

create table check_team_unit (
  check_team_id uuid not null references check_team on delete cascade,
  unit_id uuid not null references unit,
  primary key (check_team_id, unit_id)
);

create table check_team_member (
  id uuid primary key default uuidv7(),
  check_team_id uuid not null references check_team on delete cascade,
  position integer not null default 0,
  unit_id uuid not null references unit,
  name text not null constraint check_team_member_named check (name <> ''),
  title text not null default '',
  duty text not null default 'member' constraint check_team_duty_known check (duty in ('leader', 'secretary', 'member')),
  illustrative boolean not null default is_illustrative()
);

create table check_visit (
  id uuid primary key default uuidv7(),
  check_plan_id uuid not null references check_plan on delete cascade,
  check_team_id uuid not null references check_team,
  unit_id uuid not null references unit,
  planned_on date,
  planned_at time,
  place text not null default '',
  state text not null default 'planned' constraint check_visit_state_known check (state in ('planned', 'held', 'cancelled')),
  -- The day it was first set for, when it was moved; the reason of the last move or of the cancelling.
  moved_from date,
  reason text not null default '',
  held_on date,
  held_from time,
  held_to time,
  attended_team text not null default '',
  attended_unit text not null default '',
  contents text not null default '',
  opinion text not null default '',
  change_reason text not null default '',
  -- Grows when something changes that was signed: the minutes of this version are the ones that hold.
  minutes_version integer not null default 1,
  -- The day the last of both signed what holds now.
  signed_on date,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint check_visit_once unique (check_plan_id, unit_id),
  constraint check_visit_held_on_a_day check (state <> 'held' or held_on is not null),
  constraint check_visit_cancelled_with_reason check (state <> 'cancelled' or reason <> ''),
  constraint check_visit_hours_ordered check (held_to >= held_from)
);
create index check_visit_of_unit on check_visit (unit_id);
create index check_visit_of_team on check_visit (check_team_id);

create table check_observation (
  id uuid primary key default uuidv7(),
  check_visit_id uuid not null references check_visit on delete cascade,
  kind text not null constraint check_observation_kind_known check (kind in ('strength', 'shortcoming')),
  body text not null constraint check_observation_body_missing check (body <> ''),
  -- By code: the table may still get a new version.
  criterion_code text not null default '',
  indicator_id uuid references indicator,
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);
create index check_observation_of_visit on check_observation (check_visit_id);

create table check_correction (
  id uuid primary key default uuidv7(),
  check_visit_id uuid not null references check_visit on delete cascade,
  body text not null constraint check_correction_body_missing check (body <> ''),
  due_on date not null,
  state text not null default 'open' constraint check_correction_state_known check (state in ('open', 'answered', 'returned', 'settled')),
  answer text not null default '',
  answered_on date,
  answered_on_behalf boolean not null default false,
  verdict text not null default '',
  settled_on date,
  settled_by uuid references accounts."user",
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint check_correction_answered_in_words check (state in ('open') or answer <> ''),
  constraint check_correction_returned_with_reason check (state <> 'returned' or verdict <> '')
);
create index check_correction_of_visit on check_correction (check_visit_id);

create table check_correction_file (
  check_correction_id uuid not null references check_correction on delete cascade,
  file_id uuid not null references file,
  added_at timestamptz not null default now(),
  primary key (check_correction_id, file_id)
);

-- What was signed, frozen; a change of the visit afterwards makes a new version and both sign again.
create table check_minutes (
  id uuid primary key default uuidv7(),
  check_visit_id uuid not null references check_visit,
  version_number integer not null,
  content jsonb not null,
  fingerprint text not null constraint check_minutes_fingerprint_shape check (fingerprint ~ '^[0-9a-f]{64}$'),
  change_reason text not null default '',
  frozen_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  constraint check_minutes_version_once unique (check_visit_id, version_number)
);
create table check_signature (
  id uuid primary key default uuidv7(),
  check_minutes_id uuid not null references check_minutes,
  party text not null constraint check_party_known check (party in ('team', 'visited')),
  unit_id uuid not null references unit,
  signer_name text not null,
  signer_title text not null default '',
  capacity text not null default '' constraint check_capacity_known check (capacity in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
  signed_on date not null,
  channel text not null default 'screen' constraint check_signature_channel_known check (channel in ('screen', 'paper')),
  scan_file_id uuid references file,
  recorded_by uuid references accounts."user",
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  constraint check_signed_once unique (check_minutes_id, party)
);

alter table paper add column check_visit_id uuid references check_visit;
