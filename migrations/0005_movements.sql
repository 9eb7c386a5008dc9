-- Guiding papers, drafts sent round, movements, drives, councils, common activities.

create table guiding_paper (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  bloc_id uuid references bloc,
  year integer,
  type text not null default '',
  number text not null default '',
  issuer text not null default '',
  issued_on date,
  title text not null constraint guiding_paper_title_missing check (title <> ''),
  summary text not null default '',
  file_id uuid references file,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now()
);

create table guiding_paper_addressee (
  guiding_paper_id uuid not null references guiding_paper on delete cascade,
  unit_id uuid not null references unit,
  read_at timestamptz,
  acknowledged_on date,
  acknowledged_by uuid references accounts."user",
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  note text not null default '',
  primary key (guiding_paper_id, unit_id)
);

create table draft (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  kind text not null constraint draft_kind_known check (kind in ('regulation', 'score_table', 'pledge', 'report', 'plan', 'other')),
  title text not null constraint draft_title_missing check (title <> ''),
  body text not null default '',
  file_id uuid references file,
  version_number integer not null default 1,
  state text not null default 'drafting' constraint draft_state_known check (state in ('drafting', 'circulating', 'adopted', 'withdrawn')),
  circulated_on date,
  due_on date,
  silence_means text not null default 'agrees' constraint draft_silence_known check (silence_means in ('agrees', 'no_opinion')),
  adopted_on date,
  adopted_how text constraint draft_adopted_how_known check (adopted_how in ('conference', 'writing', 'silence')),
  outcome_note text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now()
);

-- Every wording that was sent round, kept when a newer one takes its place.
create table draft_version (
  draft_id uuid not null references draft on delete cascade,
  version_number integer not null,
  body text not null default '',
  file_id uuid references file,
  changes text not null default '',
  written_on date not null,
  written_by uuid references accounts."user",
  primary key (draft_id, version_number)
);

create table draft_comment (
  id uuid primary key default uuidv7(),
  draft_id uuid not null references draft on delete cascade,
  version_number integer not null default 1,
  unit_id uuid not null references unit,
  agrees boolean not null default false,
  passage text not null default '',
  body text not null default '',
  answer text constraint draft_answer_known check (answer in ('accepted', 'partly', 'rejected')),
  answer_reason text not null default '',
  said_on date not null,
  signer text not null default '',
  file_id uuid references file,
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  created_by uuid references accounts."user",
  created_at timestamptz not null default now()
);
create index draft_comment_of_draft on draft_comment (draft_id);

create table council (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  unit_id uuid references unit,
  name text not null constraint council_name_missing check (name <> ''),
  basis text not null default '',
  founded_on date,
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);
alter table appointment add constraint appointment_council foreign key (council_id) references council;

create table council_member (
  id uuid primary key default uuidv7(),
  council_id uuid not null references council on delete cascade,
  person_id uuid not null references person,
  duty text not null constraint council_duty_known check (duty in ('chair', 'deputy_chair', 'standing', 'secretary', 'member')),
  from_date date not null,
  to_date date,
  illustrative boolean not null default is_illustrative(),
  constraint council_member_order check (to_date is null or to_date >= from_date),
  constraint council_member_once unique (council_id, person_id, from_date)
);

-- A movement, a bloc's uptake of it, a unit's in-house launch, or a special drive: a chain of parents.
create table movement (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  parent_id uuid references movement,
  level text not null constraint movement_level_known check (level in ('central', 'province', 'bloc', 'unit')),
  bloc_id uuid references bloc,
  unit_id uuid references unit,
  council_id uuid references council,
  year integer not null,
  kind text not null default 'yearly' constraint movement_kind_known check (kind in ('yearly', 'themed', 'special')),
  title text not null constraint movement_title_missing check (title <> ''),
  occasion text not null default '',
  theme text not null default '',
  contents text not null default '',
  standards text not null default '',
  starts_on date,
  ends_on date,
  launched_on date,
  guiding_paper_id uuid references guiding_paper,
  proof_file_id uuid references file,
  proof_note text not null default '',
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  state text not null default 'launched' constraint movement_state_known check (state in ('planned', 'launched', 'reviewing', 'closed')),
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  constraint movement_owner_given check (level in ('central', 'province') or (level = 'bloc' and bloc_id is not null) or (level = 'unit' and unit_id is not null)),
  constraint movement_dates_order check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index movement_of_parent on movement (parent_id);
-- A bloc takes a movement up once a year; a unit launches it in-house once.
create unique index movement_taken_up_once on movement (parent_id, bloc_id, year) where level = 'bloc' and kind <> 'special' and parent_id is not null;
create unique index movement_launched_once on movement (parent_id, unit_id) where level = 'unit' and kind <> 'special' and parent_id is not null;

create table movement_participant (
  id uuid primary key default uuidv7(),
  movement_id uuid not null references movement on delete cascade,
  kind text not null constraint participant_kind_known check (kind in ('collective', 'person')),
  name text not null constraint participant_name_missing check (name <> ''),
  group_name text not null default '',
  unit_id uuid references unit,
  report text not null default '',
  report_file_id uuid references file,
  reported_on date,
  report_channel text not null default 'screen',
  report_on_behalf boolean not null default false,
  check_on date,
  check_team text not null default '',
  check_findings text not null default '',
  advice text constraint participant_advice_known check (advice in ('commend', 'not')),
  advice_reason text not null default '',
  advised_on date,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint participant_once unique (movement_id, kind, name, group_name)
);
create index participant_of_movement on movement_participant (movement_id);

create table activity (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  kind text not null constraint activity_kind_known check (kind in ('sport', 'heritage_trip', 'social_welfare', 'exchange', 'other')),
  title text not null constraint activity_title_missing check (title <> ''),
  held_on date,
  place text not null default '',
  cost numeric,
  note text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table activity_part (
  activity_id uuid not null references activity on delete cascade,
  unit_id uuid not null references unit,
  people integer constraint activity_people_counted check (people >= 0),
  contribution numeric constraint activity_contribution_counted check (contribution >= 0),
  note text not null default '',
  primary key (activity_id, unit_id)
);
