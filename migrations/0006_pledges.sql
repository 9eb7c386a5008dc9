-- Titles registered, the joint pledge, its signatures.

create table award (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  kind text not null constraint award_kind_known check (kind in ('flag', 'certificate', 'title', 'letter')),
  recipient text not null constraint award_recipient_known check (recipient in ('collective', 'person', 'both')),
  level text not null constraint award_level_known check (level in ('state', 'government', 'ministry', 'province', 'unit')),
  position integer not null default 0
);

-- What a unit sets out to reach this year: titles of the collective, numbers of personal titles, initiatives.
create table registration (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  kind text not null constraint registration_kind_known check (kind in ('collective', 'personal', 'initiative')),
  award_code text references award,
  quantity integer not null default 1 constraint registration_quantity_counted check (quantity >= 0),
  reached integer constraint registration_reached_counted check (reached >= 0),
  note text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint registration_once unique nulls not distinct (bloc_year_id, unit_id, kind, award_code)
);

create table pledge (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  version_number integer not null default 1,
  title text not null default '',
  preamble text not null default '',
  contents text not null default '',
  state text not null default 'draft' constraint pledge_state_known check (state in ('draft', 'signing', 'signed', 'replaced')),
  signed_on date,
  change_reason text not null default '',
  change_basis text not null default '',
  replaces_id uuid references pledge,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint pledge_version_once unique (bloc_year_id, version_number)
);

create table pledge_signature (
  id uuid primary key default uuidv7(),
  pledge_id uuid not null references pledge,
  unit_id uuid not null references unit,
  signer_name text not null,
  signer_title text not null default '',
  capacity text not null default '' constraint capacity_known check (capacity in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
  signed_on date not null,
  channel text not null default 'screen' constraint signature_channel_known check (channel in ('screen', 'paper')),
  scan_file_id uuid references file,
  recorded_by uuid references accounts."user",
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  constraint pledge_signed_once unique (pledge_id, unit_id)
);
