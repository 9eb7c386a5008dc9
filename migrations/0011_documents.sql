-- Papers and news.

create table paper (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  bloc_year_id uuid references bloc_year,
  movement_id uuid references movement,
  unit_id uuid references unit,
  conference_id uuid references conference,
  poll_id uuid references poll,
  draft_id uuid references draft,
  proposal_id uuid references proposal,
  type text not null,
  version_number integer not null default 1,
  title text not null default '',
  number text not null default '',
  symbol text not null default '',
  issued_on date,
  place text not null default '',
  capacity text not null default '',
  signer_title text not null default '',
  signer_name text not null default '',
  law_date date,
  state text not null default 'draft' constraint paper_state_known check (state in ('draft', 'issued', 'withdrawn', 'replaced')),
  -- The paper as it was issued; never changed afterwards.
  model jsonb,
  scan_file_id uuid references file,
  verification_code text constraint paper_code_taken unique,
  on_behalf boolean not null default false,
  replaces_id uuid references paper,
  withdrawn_on date,
  withdraw_reason text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  issued_at timestamptz,
  constraint paper_issued_whole check (state = 'draft' or (model is not null and issued_on is not null and verification_code is not null)),
  constraint paper_withdrawn_with_reason check (state <> 'withdrawn' or withdraw_reason <> '')
);
create index paper_of_year on paper (bloc_year_id, type);

-- A part written by a person, beside what comes from the data.
create table paper_part (
  paper_id uuid not null references paper on delete cascade,
  key text not null,
  body text not null default '',
  owner_unit_id uuid references unit,
  version integer not null default 1,
  written_by uuid references accounts."user",
  written_at timestamptz not null default now(),
  primary key (paper_id, key)
);

create table news_item (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  bloc_id uuid references bloc,
  bloc_year_id uuid references bloc_year,
  conference_id uuid references conference,
  movement_id uuid references movement,
  slug text not null constraint news_slug_taken unique,
  section text not null default 'bloc_activity' constraint news_section_known check (section in ('bloc_activity', 'events', 'examples')),
  title text not null constraint news_title_missing check (title <> ''),
  lead text not null default '',
  body text not null default '',
  author text not null default '',
  source text not null default '',
  event_on date,
  state text not null default 'draft' constraint news_state_known check (state in ('draft', 'approved', 'published', 'withdrawn')),
  published_at timestamptz,
  original_views integer,
  original_published_at timestamp,
  original_source text not null default '',
  views integer not null default 0,
  approved_by uuid references accounts."user",
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now()
);
create index news_published on news_item (published_at desc) where state = 'published';

create table news_picture (
  id uuid primary key default uuidv7(),
  news_item_id uuid not null references news_item on delete cascade,
  file_id uuid not null references file,
  caption text not null default '',
  alt text not null default '',
  author text not null default '',
  source text not null default '',
  position integer not null default 0
);
